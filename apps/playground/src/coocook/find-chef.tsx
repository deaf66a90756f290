import { ChefSuggestions, type ChefSuggestionsProps } from '@inkling/widgets-coocook'
import { PageSuggestion } from '../inkling/page-suggestion.tsx'
import { ChefCard, ChefLine } from './chef-card.tsx'
import { chefs } from './chefs.ts'
import { filterChefs } from './filter-chefs.ts'
import { type Booking, noWishes } from './use-booking.ts'
import { WishForm } from './wish-form.tsx'
import { useWords } from './words/use-words.ts'

interface FindChefProps {
  booking: Booking
  question: Pick<ChefSuggestionsProps, 'budgetUsd' | 'cuisine' | 'dietary' | 'partySize' | 'chefs'>
}

export function FindChef({ booking, question }: FindChefProps) {
  const { words } = useWords()
  const found = filterChefs(chefs, booking.wishes)
  return (
    <section id="chefs" aria-labelledby="chefs-title">
      <div className="section-head">
        <h2 id="chefs-title">{words.chefs.title}</h2>
        <p>{words.chefs.text}</p>
      </div>
      <WishForm booking={booking} />
      <PageSuggestion
        name="chef-recommendation"
        widget={ChefSuggestions}
        props={{
          ...question,
          title: words.chefs.suggestions,
          renderChef: (chefId) => {
            const chef = chefs.find(({ id }) => id === chefId)
            return chef && <ChefLine chef={chef} />
          },
          onAccept: ({ chefId }) => booking.takeChef(chefId),
        }}
      />
      <div className="found">
        <p aria-live="polite">{found.length === 0 ? words.chefs.none : words.chefs.all(found.length)}</p>
        <button type="button" className="link" onClick={() => booking.setWishes(noWishes)}>
          {words.wishes.clear}
        </button>
      </div>
      <ul className="chef-grid">
        {found.map((chef) => (
          <ChefCard
            key={chef.id}
            chef={chef}
            selected={booking.chef?.id === chef.id}
            onSelect={() => booking.selectChef(booking.chef?.id === chef.id ? undefined : chef.id)}
          />
        ))}
      </ul>
    </section>
  )
}
