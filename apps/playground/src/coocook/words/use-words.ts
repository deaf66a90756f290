import { createContext, useContext, useMemo } from 'react'
import type { Language } from '../../preferences/use-preferences.ts'
import { english, type Words } from './english.ts'
import { korean } from './korean.ts'

export const LanguageContext = createContext<Language>('en')

export interface Speech {
  language: Language
  words: Words
  /** Whole cents in, for example `$410.88`; whole dollars without cents. */
  usd: (cents: number) => string
  date: (date: Date) => string
}

/** The page's words and forms in the language of the nearest `LanguageContext`. */
export function useWords(): Speech {
  const language = useContext(LanguageContext)
  return useMemo(() => {
    // Prices are in US dollars in both languages; "US$" would read oddly in either.
    const whole = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 })
    const exact = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
    const dates = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' })
    return {
      language,
      words: language === 'ko' ? korean : english,
      usd: (cents: number) => (cents % 100 === 0 ? whole : exact).format(cents / 100),
      date: (date: Date) => dates.format(date),
    }
  }, [language])
}
