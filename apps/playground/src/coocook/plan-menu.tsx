import { MenuSuggestions, type MenuSuggestionsProps } from '@inkling/widgets-coocook'
import { useId } from 'react'
import { PageSuggestion } from '../inkling/page-suggestion.tsx'
import { ChoiceField } from '../page/choice-field.tsx'
import { DishPicture } from './art/dish-picture.tsx'
import { occasions } from './booking-terms.ts'
import type { Booking } from './use-booking.ts'
import { useWords } from './words/use-words.ts'

interface PlanMenuProps {
  booking: Booking
  question: Pick<MenuSuggestionsProps, 'guests' | 'dietary' | 'cuisine' | 'occasion' | 'hours'>
}

const lengths = [2, 2.5, 3, 3.5, 4, 5, 6]

export function PlanMenu({ booking, question }: PlanMenuProps) {
  const { words } = useWords()
  const { occasion, hours, setOccasion, setHours } = booking
  const hoursId = useId()
  return (
    <section id="menu" aria-labelledby="menu-title">
      <div className="section-head">
        <h2 id="menu-title">{words.menu.title}</h2>
        <p>{words.menu.text}</p>
      </div>
      <form className="evening-form" aria-label={words.menu.title} onSubmit={(event) => event.preventDefault()}>
        <ChoiceField label={words.menu.occasion} value={occasion} values={occasions} names={words.occasions} onChange={setOccasion} />
        <div className="field">
          <label htmlFor={hoursId}>{words.menu.hours}</label>
          <select id={hoursId} value={hours} onChange={({ target }) => setHours(Number(target.value))}>
            {lengths.map((length) => (
              <option key={length} value={length}>
                {words.menu.hoursValue(length)}
              </option>
            ))}
          </select>
        </div>
      </form>
      <div className="menu-columns">
        <PageSuggestion name="menu-curation" widget={MenuSuggestions} props={{ ...question, onAccept: (dish) => booking.addDish(dish) }} />
        <PlannedMenu booking={booking} />
      </div>
    </section>
  )
}

function PlannedMenu({ booking }: { booking: Booking }) {
  const { words } = useWords()
  return (
    <section className="planned panel" aria-labelledby="planned-title">
      <h3 id="planned-title">{words.menu.yours}</h3>
      {booking.dishes.length === 0 ? (
        <p className="empty">{words.menu.empty}</p>
      ) : (
        <ol aria-labelledby="planned-title">
          {booking.dishes.map(({ key, dish, course, startMinute }) => (
            <li key={key}>
              <DishPicture course={course} />
              <span>
                <b>{dish}</b>
                <small>
                  {words.courses[course]} · {startMinute === 0 ? words.menu.arrival : words.menu.after(startMinute)}
                </small>
              </span>
              <button type="button" className="round" aria-label={words.menu.remove(dish)} onClick={() => booking.removeDish(key)}>
                ×
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
