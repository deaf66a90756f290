import { useEffect, useState } from 'react'
import { recall, remember } from './remembered.ts'

export type Language = 'en' | 'ko'
export type Appearance = 'system' | 'light' | 'dark'

export interface Preferences {
  language: Language
  appearance: Appearance
  setLanguage(language: Language): void
  setAppearance(appearance: Appearance): void
}

const languageKey = 'playground.language'
const appearanceKey = 'playground.appearance'

/** Language and appearance of the playground's pages: from `?lang=ko&theme=dark`, else as last chosen, else as the browser has it. */
export function usePreferences(): Preferences {
  const [language, setLanguage] = useState<Language>(() => {
    const wanted = recall('lang', languageKey) ?? navigator.language.slice(0, 2)
    return wanted === 'ko' ? 'ko' : 'en'
  })
  const [appearance, setAppearance] = useState<Appearance>(() => {
    const wanted = recall('theme', appearanceKey)
    return wanted === 'light' || wanted === 'dark' ? wanted : 'system'
  })
  useEffect(() => {
    document.documentElement.lang = language
    remember(languageKey, language)
  }, [language])
  useEffect(() => {
    if (appearance === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = appearance
    remember(appearanceKey, appearance)
  }, [appearance])
  return { language, appearance, setLanguage, setAppearance }
}
