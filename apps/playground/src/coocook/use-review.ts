import { useRef, useState } from 'react'
import { insertSection, removeSection } from '../page/section-text.ts'

/** The review as it is being written. */
export function useReview() {
  const [rating, setRating] = useState<0 | 1 | 2 | 3 | 4 | 5>(0)
  /** Places in the list of dishes of that evening. */
  const [dishes, setDishes] = useState<readonly number[]>([2])
  /** Undefined until the guest has typed. */
  const [highlights, setHighlights] = useState<string>()
  const [text, setText] = useState('')
  const [published, setPublished] = useState(false)
  // An undo may come long after the render that offered it.
  const latestText = useRef('')
  const write = (next: string) => {
    latestText.current = next
    setText(next)
  }

  return {
    rating,
    dishes,
    highlights,
    text,
    published,
    setRating,
    setHighlights,
    write,
    setPublished,
    toggleDish: (place: number) =>
      setDishes((current) => (current.includes(place) ? current.filter((other) => other !== place) : [...current, place].toSorted())),
    insert(section: string) {
      const insertion = insertSection(latestText.current, section)
      write(insertion.after)
      return () => {
        const rest = removeSection(latestText.current, insertion)
        if (rest === undefined) throw new Error('The section has been rewritten')
        write(rest)
      }
    },
  }
}

export type Review = ReturnType<typeof useReview>
