import { useId } from 'react'
import { ChoiceField } from '../page/choice-field.tsx'
import { cuisines, diets } from './booking-terms.ts'
import type { Booking } from './use-booking.ts'
import { useWords } from './words/use-words.ts'

const maximumGuests = 60

/** The filters of the chefs, and the terms of the booking at the same time. */
export function WishForm({ booking }: { booking: Booking }) {
  const { words, usd } = useWords()
  const { wishes, setWishes } = booking
  const { guests, budgetUsd } = wishes
  const ids = { guests: useId(), budget: useId(), each: useId() }
  const setGuests = (count: number) => setWishes({ ...wishes, guests: Math.min(maximumGuests, Math.max(1, Math.round(count) || 1)) })
  return (
    <form className="wishes panel" aria-label={words.wishes.title} onSubmit={(event) => event.preventDefault()}>
      <ChoiceField
        label={words.wishes.cuisine}
        value={wishes.cuisine}
        values={cuisines}
        names={words.cuisines}
        onChange={(cuisine) => setWishes({ ...wishes, cuisine })}
      />
      <div className="field">
        <label htmlFor={ids.guests}>{words.wishes.guests}</label>
        <div className="stepper">
          <button type="button" aria-label={words.wishes.fewer} disabled={guests <= 1} onClick={() => setGuests(guests - 1)}>
            −
          </button>
          <input
            id={ids.guests}
            type="number"
            inputMode="numeric"
            min={1}
            max={maximumGuests}
            value={guests}
            onChange={({ target }) => setGuests(target.valueAsNumber)}
          />
          <button type="button" aria-label={words.wishes.more} disabled={guests >= maximumGuests} onClick={() => setGuests(guests + 1)}>
            +
          </button>
        </div>
      </div>
      <div className="field budget">
        <label htmlFor={ids.budget}>
          {words.wishes.budget} <output htmlFor={ids.budget}>{usd(budgetUsd * 100)}</output>
        </label>
        <input
          id={ids.budget}
          type="range"
          min={100}
          max={2000}
          step={50}
          value={budgetUsd}
          aria-valuetext={usd(budgetUsd * 100)}
          aria-describedby={ids.each}
          onChange={({ target }) => setWishes({ ...wishes, budgetUsd: target.valueAsNumber })}
        />
        <span id={ids.each} className="hint">
          {words.wishes.perGuest(usd(Math.floor(budgetUsd / guests) * 100))}
        </span>
      </div>
      <fieldset className="chips">
        <legend>{words.wishes.diets}</legend>
        {diets.map((diet) => (
          <label key={diet} className="chip">
            <input
              type="checkbox"
              checked={wishes.diets.includes(diet)}
              onChange={({ target }) =>
                setWishes({ ...wishes, diets: diets.filter((other) => (other === diet ? target.checked : wishes.diets.includes(other))) })
              }
            />
            <span>{words.diets[diet]}</span>
          </label>
        ))}
      </fieldset>
    </form>
  )
}
