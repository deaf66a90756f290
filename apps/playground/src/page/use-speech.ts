import { useMemo } from 'react'
import type { Language } from '../preferences/use-preferences.ts'
import { useLanguage } from './language.ts'

export interface Speech<Words> {
  language: Language
  words: Words
  /** Whole cents in, for example `$410.88`; whole dollars without cents. */
  usd: (cents: number) => string
  /** With the weekday: `Saturday, December 5` */
  date: (date: Date) => string
  /** `Dec 5` */
  shortDate: (date: Date) => string
}

/** A page's words and forms in its language. `all` is the same object at every render. */
export function useSpeech<Words>(all: Record<Language, Words>): Speech<Words> {
  const language = useLanguage()
  return useMemo(() => {
    // Prices are in US dollars in both languages; "US$" would read oddly in either.
    const whole = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 })
    const exact = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
    const long = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' })
    const short = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' })
    return {
      language,
      words: all[language],
      usd: (cents: number) => (cents % 100 === 0 ? whole : exact).format(cents / 100),
      date: (date: Date) => long.format(date),
      shortDate: (date: Date) => short.format(date),
    }
  }, [all, language])
}
