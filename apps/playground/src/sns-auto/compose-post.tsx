import { CaptionSuggestions } from '@inkling/widgets-sns-auto'
import { useId } from 'react'
import { PageSuggestion } from '../inkling/page-suggestion.tsx'
import { ChoiceField } from '../page/choice-field.tsx'
import { useRested } from '../page/use-rested.ts'
import { PlatformChips } from './platform-chips.tsx'
import { brandTones } from './terms.ts'
import type { Post } from './use-post.ts'
import { useWords } from './words/use-words.ts'

// Between two words people pause for less than a second.
const typingPauseMilliseconds = 900

/** What the post is about, and captions for it. */
export function ComposePost({ post }: { post: Post }) {
  const { language, words } = useWords()
  const ids = { name: useId(), description: useId(), hint: useId() }
  const name = post.productName ?? words.compose.nameExample
  const description = post.description ?? words.compose.descriptionExample
  const rested = useRested(
    name.trim() && description.trim() ? JSON.stringify([name.trim(), description.trim()]) : '',
    typingPauseMilliseconds,
  )
  const [productName, about] = rested === '' ? ['', ''] : (JSON.parse(rested) as [string, string])
  return (
    <section id="compose" aria-labelledby="compose-title">
      <div className="section-head">
        <h2 id="compose-title">{words.compose.title}</h2>
        <p>{words.compose.text}</p>
      </div>
      <form className="post-form panel" aria-labelledby="compose-title" onSubmit={(event) => event.preventDefault()}>
        <PlatformChips legend={words.compose.platform} chosen={[post.platform]} onChoose={post.setPlatform} single />
        <div className="field">
          <label htmlFor={ids.name}>{words.compose.name}</label>
          <input id={ids.name} type="text" maxLength={60} value={name} onChange={({ target }) => post.setProductName(target.value)} />
        </div>
        <ChoiceField
          label={words.compose.tone}
          values={brandTones}
          names={words.tones}
          value={post.brandTone}
          onChange={post.setBrandTone}
        />
        <div className="field whole">
          <label htmlFor={ids.description}>{words.compose.description}</label>
          <textarea
            id={ids.description}
            rows={3}
            maxLength={600}
            aria-describedby={ids.hint}
            value={description}
            onChange={({ target }) => post.setDescription(target.value)}
          />
          <span id={ids.hint} className="hint">
            {words.compose.hint}
          </span>
        </div>
      </form>
      <PageSuggestion
        name="captions"
        widget={CaptionSuggestions}
        props={{
          productName,
          description: about,
          platform: post.platform,
          brandTone: post.brandTone,
          language,
          title: words.compose.suggestions,
          enabled: rested !== '',
          fallback: <p className="empty">{words.compose.waiting}</p>,
          onAccept: (caption) => post.takeCaption(caption),
        }}
      />
    </section>
  )
}
