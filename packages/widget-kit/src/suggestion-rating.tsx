'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { Icon } from './icons.tsx'
import type { Strings } from './strings.ts'

// Arrow keys pass over the stars in between: only the one on which the user rests is the rating.
const settleMilliseconds = 700

interface SuggestionRatingProps {
  strings: Strings
  rating: number
  onRate: (rating: number) => void
}

export function SuggestionRating({ strings, rating, onRate }: SuggestionRatingProps) {
  const name = useId()
  const [chosen, setChosen] = useState(rating)
  const pending = useRef<{ commit: () => void; timer: ReturnType<typeof setTimeout> }>(undefined)
  const flush = () => {
    clearTimeout(pending.current?.timer)
    pending.current?.commit()
    pending.current = undefined
  }
  const choose = (stars: number) => {
    setChosen(stars)
    clearTimeout(pending.current?.timer)
    pending.current = { commit: () => onRate(stars), timer: setTimeout(flush, settleMilliseconds) }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads nothing but the ref.
  useEffect(() => {
    window.addEventListener('pagehide', flush, true)
    return () => {
      window.removeEventListener('pagehide', flush, true)
      flush()
    }
  }, [])
  return (
    <fieldset className="ink-rating">
      <legend className="ink-quiet">{strings.rate}</legend>
      {[1, 2, 3, 4, 5].map((stars) => (
        <label key={stars} className="ink-star" data-on={stars <= chosen} title={strings.stars(stars)}>
          <input
            className="ink-quiet"
            type="radio"
            name={name}
            value={stars}
            checked={stars === chosen}
            aria-label={strings.stars(stars)}
            onChange={() => choose(stars)}
          />
          <Icon name="star" />
        </label>
      ))}
    </fieldset>
  )
}
