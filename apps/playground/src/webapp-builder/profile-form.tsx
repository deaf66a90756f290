import { useId } from 'react'
import { ChoiceField } from '../page/choice-field.tsx'
import type { Plan, Profile } from './use-plan.ts'
import { useWords } from './words/use-words.ts'

const levels = ['beginner', 'intermediate', 'advanced'] as const satisfies Profile['level'][]
const goals = [
  'first-website',
  'frontend-developer',
  'backend-developer',
  'full-stack-developer',
  'launch-product',
] as const satisfies Profile['goal'][]

/** Where a student stands, where to, and how many evenings there are. */
export function ProfileForm({ plan }: { plan: Plan }) {
  const { words } = useWords()
  const { profile, setProfile } = plan
  const ids = { hours: useId() }
  return (
    <form className="profile panel" aria-label={words.profile.title} onSubmit={(event) => event.preventDefault()}>
      <ChoiceField
        label={words.profile.goal}
        value={profile.goal}
        values={goals}
        names={words.goals}
        onChange={(goal) => setProfile({ ...profile, goal })}
      />
      <div className="field hours">
        <label htmlFor={ids.hours}>
          {words.profile.hours} <output htmlFor={ids.hours}>{words.profile.hoursValue(profile.weeklyHours)}</output>
        </label>
        <input
          id={ids.hours}
          type="range"
          min={2}
          max={30}
          value={profile.weeklyHours}
          aria-valuetext={words.profile.hoursValue(profile.weeklyHours)}
          onChange={({ target }) => setProfile({ ...profile, weeklyHours: target.valueAsNumber })}
        />
      </div>
      <fieldset className="chips">
        <legend>{words.profile.level}</legend>
        {levels.map((level) => (
          <label key={level} className="chip">
            <input type="radio" name="level" checked={profile.level === level} onChange={() => setProfile({ ...profile, level })} />
            <span>{words.levelSentences[level]}</span>
          </label>
        ))}
      </fieldset>
    </form>
  )
}
