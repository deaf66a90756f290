import { useRef, useState } from 'react'
import { insertSection, removeSection } from '../page/section-text.ts'
import type { Deliverable } from './terms.ts'

/** The brief as it is being written. */
export function useBrief() {
  /** Undefined until somebody has typed: then the page's example stands there. */
  const [keyMessage, setKeyMessage] = useState<string>()
  const [dos, setDos] = useState<string>()
  const [donts, setDonts] = useState<string>()
  const [reels, setReels] = useState(2)
  const [stories, setStories] = useState(3)
  const [daysUntilPosting, setDays] = useState(14)
  const [text, setText] = useState('')
  const [sent, setSent] = useState(false)
  // An undo may come long after the render that offered it.
  const latestText = useRef('')
  const write = (next: string) => {
    latestText.current = next
    setText(next)
    setSent(false)
  }
  const asked: Deliverable[] = [
    { format: 'instagram-reel', count: reels },
    { format: 'instagram-story', count: stories },
  ]
  return {
    keyMessage,
    dos,
    donts,
    reels,
    stories,
    daysUntilPosting,
    deliverables: asked.filter(({ count }) => count > 0),
    text,
    sent,
    setKeyMessage,
    setDos,
    setDonts,
    setReels,
    setStories,
    setDays,
    setSent,
    write,
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

export type Brief = ReturnType<typeof useBrief>
