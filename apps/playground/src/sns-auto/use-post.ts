import type { CaptionSuggestion, PostingTimeSuggestion } from '@inkling/widgets-sns-auto'
import { useRef, useState } from 'react'
import type { Audience, BrandTone, ContentType, platforms } from './terms.ts'

export interface PostTime {
  date: string
  time: string
}

/** The post as it is being made. What a suggestion changes comes back with a function that takes it back. */
export function usePost() {
  const [platform, setPlatform] = useState<(typeof platforms)[number]>('instagram')
  /** Undefined until somebody has typed: the example follows the page's language. */
  const [productName, setProductName] = useState<string>()
  const [description, setDescription] = useState<string>()
  const [brandTone, setBrandTone] = useState<BrandTone>('friendly')
  const [text, setText] = useState('')
  const [audience, setAudience] = useState<Audience>('young-adults')
  const [contentType, setContentType] = useState<ContentType>('photo')
  const [timeZone, setTimeZone] = useState<string>('Asia/Seoul')
  const [time, setTime] = useState<PostTime>()
  const [scheduled, setScheduled] = useState(false)
  // An undo may come long after the render that offered it.
  const latest = useRef({ text: '', time: undefined as PostTime | undefined })

  const change = <Value>(set: (value: Value) => void) => {
    return (value: Value) => {
      setScheduled(false)
      set(value)
    }
  }
  const write = change((next: string) => {
    latest.current.text = next
    setText(next)
  })
  const moveTo = change((next: PostTime | undefined) => {
    latest.current.time = next
    setTime(next)
  })

  return {
    platform,
    productName,
    description,
    brandTone,
    text,
    audience,
    contentType,
    timeZone,
    time,
    scheduled,
    setPlatform: change(setPlatform),
    setProductName: change<string | undefined>(setProductName),
    setDescription: change<string | undefined>(setDescription),
    setBrandTone: change(setBrandTone),
    setAudience: change(setAudience),
    setContentType: change(setContentType),
    setTimeZone: change((zone: string) => {
      setTimeZone(zone)
      // The same clock time in another zone is another moment: it is to be chosen anew.
      moveTo(undefined)
    }),
    write,
    schedule: () => setScheduled(true),
    reopen: () => setScheduled(false),
    clearTime: () => moveTo(undefined),
    takeCaption({ caption, hashtags }: CaptionSuggestion) {
      const before = latest.current.text
      const after = `${caption}\n\n${hashtags.join(' ')}`
      write(after)
      return () => {
        if (latest.current.text !== after) throw new Error('The caption has been rewritten')
        write(before)
      }
    },
    takeTime({ date, time: clock }: PostingTimeSuggestion) {
      const before = latest.current.time
      const after = { date, time: clock }
      moveTo(after)
      // Another choice made since then is not overruled.
      return () => {
        if (latest.current.time === after) moveTo(before)
      }
    },
  }
}

export type Post = ReturnType<typeof usePost>
