import { Portrait } from '../art/portrait.tsx'
import type { Person } from './people.ts'
import { useWords } from './words/use-words.ts'

interface PersonCardProps {
  person: Person
  listed: boolean
  onToggle: () => void
}

/** A creator in the host's own list. */
export function PersonCard({ person, listed, onToggle }: PersonCardProps) {
  const { language, words, dollars, compact } = useWords()
  const name = person.name[language]
  return (
    <li className="person-card" data-listed={listed}>
      <div className="person-top">
        <Portrait looks={person.looks} />
        <span>
          <b>{name}</b>
          <small>{person.niche[language]}</small>
        </span>
      </div>
      <dl>
        <div>
          <dt>{words.people.reach}</dt>
          <dd>{compact(person.reach)}</dd>
        </div>
        <div>
          <dt>{words.people.engagement}</dt>
          <dd>{person.engagementRate}%</dd>
        </div>
        <div>
          <dt>{words.people.perPost}</dt>
          <dd>{dollars(person.usdPerPost)}</dd>
        </div>
      </dl>
      <button
        type="button"
        className={listed ? 'button chosen' : 'button'}
        aria-pressed={listed}
        aria-label={words.people.listNamed(name)}
        onClick={onToggle}
      >
        {listed ? words.people.listed : words.people.list}
      </button>
    </li>
  )
}

/** A creator's face and name inside the suggestions. */
export function PersonLine({ person }: { person: Person }) {
  const { language } = useWords()
  return (
    <span className="person-line">
      <Portrait looks={person.looks} />
      <b>{person.name[language]}</b>
    </span>
  )
}
