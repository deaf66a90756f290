import { useSpeech } from '../../page/use-speech.ts'
import { english } from './english.ts'
import { korean } from './korean.ts'

const all = { en: english, ko: korean }

export const useWords = () => useSpeech(all)
