import { PostingTimeSuggestions } from '@inkling/widgets-sns-auto'
import { PageSuggestion } from '../inkling/page-suggestion.tsx'
import { ChoiceField } from '../page/choice-field.tsx'
import { audiences, contentTypes, timeZones } from './terms.ts'
import type { Post } from './use-post.ts'
import { useWords } from './words/use-words.ts'

/** When the post goes out. */
export function ChooseTime({ post }: { post: Post }) {
  const { words, zoneName } = useWords()
  const zones = Object.fromEntries(timeZones.map((zone) => [zone, zoneName(zone)]))
  return (
    <section id="time" aria-labelledby="time-title">
      <div className="section-head">
        <h2 id="time-title">{words.time.title}</h2>
        <p>{words.time.text}</p>
      </div>
      <form className="time-form" aria-labelledby="time-title" onSubmit={(event) => event.preventDefault()}>
        <ChoiceField
          label={words.time.audience}
          values={audiences}
          names={words.audiences}
          value={post.audience}
          onChange={post.setAudience}
        />
        <ChoiceField
          label={words.time.content}
          values={contentTypes}
          names={words.contentTypes}
          value={post.contentType}
          onChange={post.setContentType}
        />
        <ChoiceField label={words.time.zone} values={timeZones} names={zones} value={post.timeZone} onChange={post.setTimeZone} />
      </form>
      <PageSuggestion
        name="posting-times"
        widget={PostingTimeSuggestions}
        props={{
          platform: post.platform,
          audience: post.audience,
          contentType: post.contentType,
          timeZone: post.timeZone,
          title: words.time.suggestions,
          accepted: ({ date, time }) => post.time?.date === date && post.time.time === time,
          onAccept: (time) => post.takeTime(time),
        }}
      />
    </section>
  )
}
