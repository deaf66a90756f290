import { Portrait } from '../art/portrait.tsx'
import type { Chef } from './chefs.ts'
import { Rating } from './rating.tsx'
import { useWords } from './words/use-words.ts'

interface ChefCardProps {
  chef: Chef
  selected: boolean
  onSelect: () => void
}

/** A chef in the host's own list. */
export function ChefCard({ chef, selected, onSelect }: ChefCardProps) {
  const { language, words, usd } = useWords()
  const name = chef.name[language]
  return (
    <li className="chef-card" data-selected={selected}>
      <Portrait looks={chef.looks} />
      <div className="chef-card-body">
        <div className="chef-card-name">
          <h3>{name}</h3>
          <Rating value={chef.rating} label={words.chefs.rated(chef.rating.toFixed(1), chef.reviews)} count={String(chef.reviews)} />
        </div>
        <p>{chef.known[language]}</p>
        <ul className="tags">
          <li>{words.cuisines[chef.cuisines[0] ?? 'any']}</li>
          {chef.tags[language].slice(0, 2).map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
        <div className="chef-card-foot">
          <span className="price">
            <b>{usd(chef.usdPerGuest * 100)}</b> {words.chefs.perGuest}
            <small>{words.chefs.upTo(chef.maximumGuests)}</small>
          </span>
          <button
            type="button"
            className={selected ? 'button chosen' : 'button'}
            aria-pressed={selected}
            aria-label={words.chefs.selectNamed(name)}
            onClick={onSelect}
          >
            {selected ? words.chefs.selected : words.chefs.select}
          </button>
        </div>
      </div>
    </li>
  )
}

/** One line for a chef inside the suggestions. */
export function ChefLine({ chef }: { chef: Chef }) {
  const { language, words, usd } = useWords()
  return (
    <span className="chef-line">
      <Portrait looks={chef.looks} />
      <b>{chef.name[language]}</b>
      <Rating value={chef.rating} label={words.chefs.rated(chef.rating.toFixed(1), chef.reviews)} />
      <span className="chef-line-price">
        {usd(chef.usdPerGuest * 100)} {words.chefs.perGuest}
      </span>
    </span>
  )
}
