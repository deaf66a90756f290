import { sayPlainly } from '../content/plain-words.ts'
import { isObject, type Json } from '../protocol.ts'
import { factText, type RequestFacts } from './request-facts.ts'

/** Korean particles after a closed and after an open syllable. */
const particles = [
  ['으로', '로'],
  ['이면', '면'],
  ['이', '가'],
  ['을', '를'],
  ['은', '는'],
  ['과', '와'],
] as const
const place = new RegExp(String.raw`\{(-?)(\w+)(?:\|([^}]*))?\}(?:(${particles.flat().join('|')})(?![\uac00-\ud7a3]))?`, 'g')

/**
 * Replaces `{key}` and `{key|words}` by the request's own words; a Korean particle behind them follows their last syllable. `{-key|words}`
 * becomes a list with one entry a line.
 */
export function fillText(text: string, facts: RequestFacts): string {
  const filled = text.replace(place, (_, dash: string, key: string, otherwise: string | undefined, particle: string | undefined) => {
    if (dash !== '') return linesOf(facts, key, otherwise ?? '')
    const words = inSentence(key, factText(facts, key), facts) ?? otherwise?.replace(/\.$/, '') ?? ''
    const pair = particles.find((forms) => forms.some((form) => form === particle))
    return pair === undefined ? words : words + pair[endsClosed(words) ? 0 : 1]
  })
  return filled.charAt(0).toUpperCase() + filled.slice(1)
}

/** The request's words as they stand within a sentence: a niche begins with a capital in a form alone. */
function inSentence(key: string, text: string | undefined, { language }: RequestFacts): string | undefined {
  if (text === undefined) return undefined
  const words = sayPlainly(text.replace(/\.$/, ''), language)
  return key === 'niche' && /^[A-Z][a-z ]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}

/** Whether the last syllable ends with a consonant, as it is spoken in Korean. */
function endsClosed(words: string): boolean {
  const last = words.charCodeAt(words.length - 1)
  if (last >= 0xac00 && last <= 0xd7a3) return (last - 0xac00) % 28 !== 0
  return /(?:[lmn]|ng|[013678])$/i.test(words)
}

function linesOf(facts: RequestFacts, key: string, otherwise: string): string {
  const value = facts.data.get(key)
  const entries = (Array.isArray(value) ? value : [value ?? '']).map((entry) => sayEntry(entry, facts)).filter((entry) => entry !== '')
  return (entries.length > 0 ? entries : [otherwise]).map((entry) => `- ${entry}`).join('\n')
}

/** A text as one line; an object with a number as "2 Instagram Reels". */
function sayEntry(entry: Json, { language }: RequestFacts): string {
  if (typeof entry === 'string') return entry.split('\n', 1)[0]!.trim().slice(0, 140)
  if (!isObject(entry)) return ''
  const words = Object.values(entry)
    .filter((value) => typeof value === 'string')
    .map((value) => sayPlainly(value, language))
    .join(' ')
  const count = Object.values(entry).find((value) => typeof value === 'number')
  if (count === undefined) return words
  if (language === 'ko') return `${words} ${count}개`
  return `${count} ${count === 1 ? words : `${words.replace(/y$/, 'ie')}s`}`
}
