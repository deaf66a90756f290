import { createContext, useContext } from 'react'
import type { Language } from '../preferences/use-preferences.ts'

export const LanguageContext = createContext<Language>('en')

/** The language of the page around. */
export function useLanguage(): Language {
  return useContext(LanguageContext)
}
