import { ContentStrategySuggestions } from '@inkling/widgets-sns-auto'
import { useId } from 'react'
import { PageSuggestion } from '../inkling/page-suggestion.tsx'
import { ChoiceField } from '../page/choice-field.tsx'
import { useRested } from '../page/use-rested.ts'
import { monthAhead } from './months.ts'
import { PlannedPosts } from './planned-posts.tsx'
import { PlatformChips } from './platform-chips.tsx'
import { goals } from './terms.ts'
import { usePlan } from './use-plan.ts'
import { useWords } from './words/use-words.ts'

const typingPauseMilliseconds = 900
const offered = ['0', '1', '2'] as const

/** What the coming month is to bring, and a calendar for it. */
export function PlanMonth() {
  const { words, monthName } = useWords()
  const plan = usePlan()
  const nicheId = useId()
  const niche = plan.niche ?? words.plan.nicheExample
  const rested = useRested(niche.trim(), typingPauseMilliseconds)
  const months = offered.map((ahead) => [ahead, monthName(monthAhead(new Date(), Number(ahead)))] as const)
  return (
    <section id="plan" aria-labelledby="plan-title">
      <div className="section-head">
        <h2 id="plan-title">{words.plan.title}</h2>
        <p>{words.plan.text}</p>
      </div>
      <form className="plan-form panel" aria-labelledby="plan-title" onSubmit={(event) => event.preventDefault()}>
        <div className="field">
          <label htmlFor={nicheId}>{words.plan.niche}</label>
          <input id={nicheId} type="text" maxLength={80} value={niche} onChange={({ target }) => plan.setNiche(target.value)} />
        </div>
        <ChoiceField
          label={words.plan.month}
          values={offered}
          names={Object.fromEntries(months) as Record<(typeof offered)[number], string>}
          value={String(plan.monthsAhead) as (typeof offered)[number]}
          onChange={(ahead) => plan.setMonthsAhead(Number(ahead))}
        />
        <PlatformChips legend={words.plan.platforms} chosen={plan.accounts} onChoose={plan.toggleAccount} />
        <fieldset className="chips whole">
          <legend>{words.plan.goals}</legend>
          {goals.map((goal) => (
            <label key={goal} className="chip">
              <input type="checkbox" checked={plan.goals.includes(goal)} onChange={() => plan.toggleGoal(goal)} />
              <span>{words.goals[goal]}</span>
            </label>
          ))}
        </fieldset>
      </form>
      <div className="plan-columns">
        <PageSuggestion
          name="content-strategy"
          widget={ContentStrategySuggestions}
          props={{
            niche: rested,
            platforms: [...plan.accounts],
            goals: [...plan.goals],
            month: monthAhead(new Date(), plan.monthsAhead),
            title: words.plan.suggestions,
            enabled: rested !== '',
            fallback: <p className="empty">{words.plan.waiting}</p>,
            onAccept: (entry) => plan.add(entry),
          }}
        />
        <PlannedPosts posts={plan.posts} onRemove={plan.remove} />
      </div>
    </section>
  )
}
