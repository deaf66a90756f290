import { InklingProvider } from '@inkling/widget-kit'
import type { HostTreeProps } from '@inkling/widget-kit/testing/mount-host'
import { type ChefCandidate, ChefSuggestions, MenuSuggestions, ReviewTemplateSuggestions } from '../index.ts'

const chefs: ChefCandidate[] = [
  { id: 'chef-17', name: 'Mina Park', cuisines: ['korean', 'japanese'], priceBand: 'standard', rating: 4.9, tags: ['vegetarian'] },
  { id: 'chef-4', name: 'Luca Moretti', cuisines: ['italian'], priceBand: 'premium', rating: 4.7, tags: ['pasta'] },
  { id: 'chef-29', name: 'Aïcha Benali', cuisines: ['mediterranean'], priceBand: 'budget', rating: 4.6, tags: ['vegan'] },
  { id: 'chef-8', cuisines: ['american'], priceBand: 'standard', rating: 4.4, tags: [] },
]

/** What a customer of CooCook's pages would write. */
export function HostTree({ onAccept, onEdit }: HostTreeProps) {
  return (
    <InklingProvider getToken={() => Promise.resolve('token')}>
      <main>
        <ChefSuggestions budgetUsd={400} cuisine="any" dietary={['vegetarian']} partySize={6} chefs={chefs} onAccept={onAccept} />
        <MenuSuggestions
          guests={6}
          dietary={['vegetarian']}
          cuisine="italian"
          occasion="dinner-party"
          hours={3}
          onAccept={onAccept}
          onEdit={onEdit}
        />
        <ReviewTemplateSuggestions
          rating={5}
          occasion="birthday"
          dishes={['Truffle risotto']}
          highlights="Write me at ana@example.com"
          onAccept={onAccept}
          onEdit={onEdit}
        />
        <p id="below">What the page says below its widgets.</p>
      </main>
    </InklingProvider>
  )
}
