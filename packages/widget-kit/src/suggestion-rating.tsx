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
  const latest = useRef({ onRate, rating, chosen })
  useEffect(() => {
    latest.current = { onRate, rating, chosen }
    if (chosen === rating) return
    const timer = setTimeout(() => onRate(chosen), settleMilliseconds)
    return () => clearTimeout(timer)
  })
  useEffect(() => {
    const commit = () => {
      const { onRate, rating, chosen } = latest.current
      if (chosen !== rating) onRate(chosen)
    }
    window.addEventListener('pagehide', commit, true)
    return () => {
      window.removeEventListener('pagehide', commit, true)
      commit()
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
            onChange={() => setChosen(stars)}
          />
          <Icon name="star" />
        </label>
      ))}
    </fieldset>
  )
}
