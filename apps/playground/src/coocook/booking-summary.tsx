import { Portrait } from '../art/portrait.tsx'
import { weekdayFrom } from '../page/weekday-from.ts'
import type { Chef } from './chefs.ts'
import { quote } from './quote.ts'
import type { Booking } from './use-booking.ts'
import { useWords } from './words/use-words.ts'

// A chef needs a few days to plan and shop.
const leadDays = 6

export function BookingSummary({ booking }: { booking: Booking }) {
  const { language, words, date } = useWords()
  const { chef, wishes, dishes, occasion, requested } = booking
  const { guests } = wishes
  const tooMany = chef !== undefined && guests > chef.maximumGuests
  const name = chef?.name[language] ?? ''
  return (
    <aside className="summary panel" aria-labelledby="booking-title">
      <h2 id="booking-title">{words.booking.title}</h2>
      {chef && (
        <div className="summary-chef">
          <Portrait looks={chef.looks} />
          <span>
            <b>{name}</b>
            <small>{chef.known[language]}</small>
          </span>
          <button type="button" className="round" aria-label={words.booking.remove} onClick={() => booking.selectChef(undefined)}>
            ×
          </button>
        </div>
      )}
      <dl>
        <Row term={words.booking.date} value={date(weekdayFrom('saturday', new Date(), leadDays))} />
        <Row term={words.menu.occasion} value={words.occasions[occasion]} />
        <Row term={words.booking.guests} value={words.booking.guestCount(guests)} />
        <Row term={words.booking.menu} value={dishes.length === 0 ? words.booking.chefsChoice : words.menu.dishes(dishes.length)} />
      </dl>
      {chef ? <Price chef={chef} booking={booking} /> : <p className="empty">{words.booking.noChef}</p>}
      {tooMany && <p className="over">{words.booking.tooMany(name, chef.maximumGuests)}</p>}
      <div aria-live="polite">{requested && chef && <p className="done">{words.booking.requested(name)}</p>}</div>
      {requested ? (
        <button type="button" className="button large" onClick={booking.reopen}>
          {words.booking.change}
        </button>
      ) : (
        <button type="button" className="button primary large" disabled={!chef || tooMany} onClick={booking.request}>
          {words.booking.request}
        </button>
      )}
      <p className="hint">{words.booking.note}</p>
    </aside>
  )
}

function Price({ chef, booking }: { chef: Chef; booking: Booking }) {
  const { words, usd } = useWords()
  const { mealCents, feeCents, totalCents } = quote({ usdPerGuest: chef.usdPerGuest, guests: booking.wishes.guests })
  const left = booking.wishes.budgetUsd * 100 - totalCents
  const verdict = left === 0 ? words.booking.exact : left > 0 ? words.booking.under(usd(left)) : words.booking.over(usd(-left))
  return (
    <>
      <dl className="price-rows">
        <Row term={words.booking.meal(usd(chef.usdPerGuest * 100), booking.wishes.guests)} value={usd(mealCents)} />
        <Row term={words.booking.fee} value={usd(feeCents)} />
        <Row term={words.booking.total} value={usd(totalCents)} />
      </dl>
      <p className={left < 0 ? 'over' : 'under'}>{verdict}</p>
    </>
  )
}

function Row({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}
