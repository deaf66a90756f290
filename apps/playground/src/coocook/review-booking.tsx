import { ReviewTemplateSuggestions } from '@inkling/widgets-coocook'
import { useId } from 'react'
import { Portrait } from '../art/portrait.tsx'
import { PageSuggestion } from '../inkling/page-suggestion.tsx'
import { weekdayFrom } from '../page/weekday-from.ts'
import { chefs } from './chefs.ts'
import { Star } from './rating.tsx'
import type { ReviewQuestion } from './use-questions.ts'
import type { Review } from './use-review.ts'
import { useWords } from './words/use-words.ts'

interface ReviewBookingProps {
  review: Review
  /** Undefined until the guest has given stars. */
  question: ReviewQuestion | undefined
}

export function ReviewBooking({ review, question }: ReviewBookingProps) {
  const { words } = useWords()
  return (
    <section id="review" aria-labelledby="review-title">
      <div className="section-head">
        <h2 id="review-title">{words.review.title}</h2>
        <p>{words.review.text}</p>
      </div>
      <div className="review-columns">
        <ReviewForm review={review} />
        <div className="review-help">
          {question ? (
            <PageSuggestion
              name="review-template"
              widget={ReviewTemplateSuggestions}
              props={{
                ...question,
                title: words.review.suggestions,
                onAccept: ({ heading, body }) => (review.published ? false : review.insert(`${heading}\n${body}`)),
              }}
            />
          ) : (
            <p className="waiting">{words.review.waiting}</p>
          )}
        </div>
      </div>
    </section>
  )
}

function ReviewForm({ review }: { review: Review }) {
  const { language, words, date } = useWords()
  const ids = { highlights: useId(), hint: useId(), text: useId() }
  const chef = chefs[0]!
  return (
    <form
      className="review-form panel"
      aria-labelledby="review-title"
      onSubmit={(event) => {
        event.preventDefault()
        review.setPublished(true)
      }}
    >
      <div className="summary-chef">
        <Portrait looks={chef.looks} />
        <span>
          <b>{words.review.past(chef.name[language], date(weekdayFrom('saturday', new Date(), -15)))}</b>
          <small>{words.review.pastDetail}</small>
        </span>
      </div>
      <Stars review={review} />
      <fieldset className="chips">
        <legend>{words.review.dishes}</legend>
        {words.review.dishNames.map((dish, place) => (
          <label key={dish} className="chip">
            <input type="checkbox" checked={review.dishes.includes(place)} onChange={() => review.toggleDish(place)} />
            <span>{dish}</span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={ids.highlights}>{words.review.highlights}</label>
        <textarea
          id={ids.highlights}
          rows={3}
          maxLength={600}
          aria-describedby={ids.hint}
          value={review.highlights ?? words.review.highlightsExample}
          onChange={({ target }) => review.setHighlights(target.value)}
        />
        <span id={ids.hint} className="hint">
          {words.review.highlightsHint}
        </span>
      </div>
      <div className="field">
        <label htmlFor={ids.text}>{words.review.textLabel}</label>
        <textarea
          id={ids.text}
          className="review-text"
          rows={8}
          readOnly={review.published}
          placeholder={words.review.placeholder}
          value={review.text}
          onChange={({ target }) => review.write(target.value)}
        />
        <span className="hint">{words.review.characters([...review.text].length)}</span>
      </div>
      <div className="review-actions">
        {review.published ? (
          <button key="edit" type="button" className="button large" onClick={() => review.setPublished(false)}>
            {words.review.editAgain}
          </button>
        ) : (
          <button key="publish" type="submit" className="button primary large" disabled={review.rating === 0 || review.text.trim() === ''}>
            {words.review.publish}
          </button>
        )}
        <span role="status">{review.published && words.review.published}</span>
      </div>
    </form>
  )
}

function Stars({ review }: { review: Review }) {
  const { words } = useWords()
  return (
    <fieldset className="stars">
      <legend>{words.review.rating}</legend>
      {([1, 2, 3, 4, 5] as const).map((stars) => (
        <label key={stars} data-on={stars <= review.rating}>
          <input
            type="radio"
            name="review-rating"
            aria-label={words.review.stars(stars)}
            checked={stars === review.rating}
            onChange={() => review.setRating(stars)}
          />
          <Star />
        </label>
      ))}
      <span className="verdict">{words.review.verdicts[review.rating]}</span>
    </fieldset>
  )
}
