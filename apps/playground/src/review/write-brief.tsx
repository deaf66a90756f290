import { BriefSuggestions } from '@inkling/widgets-review'
import { useId } from 'react'
import { PageSuggestion } from '../inkling/page-suggestion.tsx'
import { useRested } from '../page/use-rested.ts'
import type { Brief } from './use-brief.ts'
import type { Campaign } from './use-campaign.ts'
import { useWords } from './words/use-words.ts'

// Between two words people pause for less than a second.
const typingPauseMilliseconds = 900

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 140))
    .filter((line) => line !== '')
    .slice(0, 6)

export function WriteBrief({ campaign, brief }: { campaign: Campaign; brief: Brief }) {
  const { words } = useWords()
  const { terms } = campaign
  const typed = JSON.stringify([
    brief.keyMessage ?? words.brief.messageExample,
    brief.dos ?? words.brief.dosExample,
    brief.donts ?? words.brief.dontsExample,
  ])
  const [keyMessage, dos, donts] = JSON.parse(useRested(typed, typingPauseMilliseconds)) as [string, string, string]
  return (
    <section id="brief" aria-labelledby="brief-title">
      <div className="section-head">
        <h2 id="brief-title">{words.brief.title}</h2>
        <p>{words.brief.text}</p>
      </div>
      <div className="brief-columns">
        <BriefForm brief={brief} />
        <div className="brief-help">
          <PageSuggestion
            name="brief-generator"
            widget={BriefSuggestions}
            props={{
              productName: words.brief.product,
              productCategory: terms.category,
              goal: terms.goal,
              audience: terms.audience,
              brandVoice: terms.voice,
              ...(keyMessage.trim() === '' ? {} : { keyMessage: keyMessage.trim() }),
              deliverables: brief.deliverables,
              daysUntilPosting: brief.daysUntilPosting,
              dos: linesOf(dos),
              donts: linesOf(donts),
              title: words.brief.suggestions,
              onAccept: ({ heading, body }) => (brief.sent ? false : brief.insert(`${heading}\n${body}`)),
            }}
          />
        </div>
      </div>
    </section>
  )
}

function BriefForm({ brief }: { brief: Brief }) {
  const { words } = useWords()
  const ids = { text: useId() }
  return (
    <form
      className="brief-form panel"
      aria-labelledby="brief-title"
      onSubmit={(event) => {
        event.preventDefault()
        brief.setSent(true)
      }}
    >
      <p className="brief-product">
        <b>{words.brief.product}</b> · {words.brief.productDetail}
      </p>
      <Words
        label={words.brief.message}
        rows={2}
        maximum={300}
        value={brief.keyMessage ?? words.brief.messageExample}
        onChange={brief.setKeyMessage}
      />
      <div className="counts">
        <Count label={words.brief.reels} value={brief.reels} maximum={10} onChange={brief.setReels} />
        <Count label={words.brief.stories} value={brief.stories} maximum={10} onChange={brief.setStories} />
        <Count label={words.brief.days} value={brief.daysUntilPosting} minimum={3} maximum={60} onChange={brief.setDays} />
      </div>
      <Words label={words.brief.dos} rows={3} maximum={600} value={brief.dos ?? words.brief.dosExample} onChange={brief.setDos} />
      <Words label={words.brief.donts} rows={3} maximum={600} value={brief.donts ?? words.brief.dontsExample} onChange={brief.setDonts} />
      <div className="field">
        <label htmlFor={ids.text}>{words.brief.textLabel}</label>
        <textarea
          id={ids.text}
          className="brief-text"
          rows={10}
          readOnly={brief.sent}
          placeholder={words.brief.placeholder}
          value={brief.text}
          onChange={({ target }) => brief.write(target.value)}
        />
      </div>
      <div className="brief-actions">
        {brief.sent ? (
          <button key="edit" type="button" className="button large" onClick={() => brief.setSent(false)}>
            {words.brief.editAgain}
          </button>
        ) : (
          <button key="send" type="submit" className="button primary large" disabled={brief.text.trim() === ''}>
            {words.brief.send}
          </button>
        )}
        <span role="status">{brief.sent && words.brief.sent}</span>
      </div>
    </form>
  )
}

interface WordsProps {
  label: string
  rows: number
  maximum: number
  value: string
  onChange: (value: string) => void
}

function Words({ label, rows, maximum, value, onChange }: WordsProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={rows} maxLength={maximum} value={value} onChange={({ target }) => onChange(target.value)} />
    </div>
  )
}

interface CountProps {
  label: string
  value: number
  minimum?: number
  maximum: number
  onChange: (value: number) => void
}

function Count({ label, value, minimum = 0, maximum, onChange }: CountProps) {
  const id = useId()
  const { words } = useWords()
  const set = (next: number) => onChange(Math.min(maximum, Math.max(minimum, Math.round(next) || minimum)))
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="stepper">
        <button type="button" aria-label={words.brief.fewer(label)} disabled={value <= minimum} onClick={() => set(value - 1)}>
          −
        </button>
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={minimum}
          max={maximum}
          value={value}
          onChange={({ target }) => set(target.valueAsNumber)}
        />
        <button type="button" aria-label={words.brief.more(label)} disabled={value >= maximum} onClick={() => set(value + 1)}>
          +
        </button>
      </div>
    </div>
  )
}
