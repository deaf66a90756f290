import { useEffect, useState } from 'react'

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
    const wanted = read('lang', languageKey) ?? navigator.language.slice(0, 2)
    return wanted === 'ko' ? 'ko' : 'en'
  })
  const [appearance, setAppearance] = useState<Appearance>(() => {
    const wanted = read('theme', appearanceKey)
    return wanted === 'light' || wanted === 'dark' ? wanted : 'system'
  })
  useEffect(() => {
    document.documentElement.lang = language
    write(languageKey, language)
  }, [language])
  useEffect(() => {
    if (appearance === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = appearance
    write(appearanceKey, appearance)
  }, [appearance])
  return { language, appearance, setLanguage, setAppearance }
}

function read(parameter: string, key: string): string | null {
  const inAddress = new URLSearchParams(location.search).get(parameter)
  if (inAddress) return inAddress
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Storage is forbidden: the choice holds until the page is left.
  }
}
