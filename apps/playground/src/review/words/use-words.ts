import { useMemo } from 'react'
import { useSpeech } from '../../page/use-speech.ts'
import { english } from './english.ts'
import { korean } from './korean.ts'

const all = { en: english, ko: korean }

/** The page's words; `dollars` for whole US dollars, `compact` for reach: `310K`, `31만`. */
export function useWords() {
  const speech = useSpeech(all)
  return useMemo(() => {
    const counts = new Intl.NumberFormat(speech.language, { notation: 'compact', maximumFractionDigits: 1 })
    return { ...speech, dollars: (whole: number) => speech.usd(whole * 100), compact: (count: number) => counts.format(count) }
  }, [speech])
}
