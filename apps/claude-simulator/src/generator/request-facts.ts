import type { Language } from '../language.ts'
import { isObject, type Json, type JsonObject, type PromptBlock } from '../protocol.ts'
import { chefWorth, isChef } from './chef.ts'
import { findJson } from './find-json.ts'
import { influencerWorth, isInfluencer } from './influencer.ts'

export interface Candidate {
  id: string
  attributes: JsonObject
}

/** What the generator knows of a request. */
export interface RequestFacts {
  language: Language
  systemText: string
  /** The request's data by lower-case key without separators: `partysize`, `occasion`. The first value of a key holds. */
  data: Map<string, Json>
  /** The best first. */
  candidates: Candidate[]
  /** The lines of the code in the request with their numbers; empty where there is none. */
  code: { number: number; text: string }[]
}

const alias = /^c\d{1,3}$/
export const isAlias = (value: unknown): value is string => typeof value === 'string' && alias.test(value)

export function readFacts(blocks: readonly PromptBlock[]): RequestFacts {
  const systemText = textOf(blocks, 'system')
  const userText = textOf(blocks, 'user')
  const data = new Map<string, Json>()
  const candidates: Candidate[] = []
  for (const value of findJson(userText)) collect(value, data, candidates)
  return {
    language: readLanguage(systemText, userText, data),
    systemText,
    data,
    candidates: bestFirst(candidates, data),
    code: readCode(userText, data),
  }
}

function textOf(blocks: readonly PromptBlock[], role: PromptBlock['role']): string {
  return blocks
    .filter((block) => block.role === role)
    .map((block) => block.text)
    .join('\n')
}

const normalKey = (key: string): string => key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

function collect(value: Json, data: Map<string, Json>, candidates: Candidate[]): void {
  if (Array.isArray(value)) {
    for (const element of value) collect(element, data, candidates)
  } else if (isObject(value)) {
    if (isAlias(value.id)) {
      const { id } = value
      if (!candidates.some((known) => known.id === id)) candidates.push({ id, attributes: value })
      return
    }
    for (const [key, inner] of Object.entries(value)) {
      if (!data.has(normalKey(key))) data.set(normalKey(key), inner)
      collect(inner, data, candidates)
    }
  }
}

/** The value of the first of these keys that the request's data holds, as short text; numbers and lists included. */
export function factText(facts: RequestFacts, ...keys: string[]): string | undefined {
  for (const key of keys) {
    const text = shortText(facts.data.get(key))
    if (text !== undefined) return text
  }
  return undefined
}

/** One line of at most 60 characters, so that free text of the request cannot take over an answer. */
function shortText(value: Json | undefined): string | undefined {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) {
    const parts = value.filter((part) => typeof part === 'string').slice(0, 3)
    return parts.length > 0 ? parts.join(', ') : undefined
  }
  if (typeof value !== 'string') return undefined
  const line = value.split('\n', 1)[0]!.trim()
  if (line === '') return undefined
  return line.length <= 60 ? line : `${line.slice(0, 57).replace(/\s+\S*$/, '')}...`
}

export function factList(facts: RequestFacts, ...keys: string[]): string[] {
  for (const key of keys) {
    const value = facts.data.get(key)
    if (Array.isArray(value)) return value.filter((part) => typeof part === 'string')
    if (typeof value === 'string' && value !== '') return [value]
  }
  return []
}

/** An instruction in the system text decides, then a language in the data, then the script of the user's text. */
function readLanguage(systemText: string, userText: string, data: Map<string, Json>): Language {
  // A sentence that says how to write counts before one that only mentions a language ("in Korean at most 80 characters").
  const order = /\b(?:write|answer|respond|reply)\b[^.\n]*?\bin\s+["'`]?(Korean|English|한국어|영어)/i.exec(systemText)
  const instruction = order ?? /(?:\bin|\binto|\blanguage(?: is|:|=)?|언어는?:?)\s+["'`]?(Korean|English|한국어|영어)/i.exec(systemText)
  const named = instruction ?? /(한국어)/.exec(systemText) ?? /\b(Korean|English)\b/i.exec(systemText)
  if (named !== null) return /korean|한국어/i.test(named[1]!) ? 'ko' : 'en'
  for (const key of ['language', 'locale']) {
    const value = data.get(key)
    if (typeof value === 'string' && /^(ko|en)\b|korean|english/i.test(value)) return /^ko/i.test(value) ? 'ko' : 'en'
  }
  const hangul = userText.match(/[\uac00-\ud7a3]/g)?.length ?? 0
  const latin = userText.match(/[a-z]/gi)?.length ?? 0
  return hangul > latin / 2 ? 'ko' : 'en'
}

const levels = ['beginner', 'intermediate', 'advanced']

/** Higher is better: first what was asked for, then the rating; courses go from the easy to the hard ones. */
function worth({ attributes }: Candidate, data: Map<string, Json>): number {
  if (isChef(attributes)) return chefWorth(attributes, data)
  if (isInfluencer(attributes)) return influencerWorth(attributes, data)
  const number = (key: string): number => (typeof attributes[key] === 'number' ? attributes[key] : 0)
  const level = levels.indexOf(String(attributes.level).toLowerCase())
  const wishes = JSON.stringify(['cuisine', 'dietary', 'dietaryrestrictions'].map((key) => data.get(key) ?? ''))
  const words = [attributes.cuisines, attributes.tags].flat().filter((word) => typeof word === 'string')
  const fit = words.some((word) => word !== '' && wishes.toLowerCase().includes(word.toLowerCase())) ? 1_000 : 0
  // What the student can do already comes last.
  const known = level >= 0 && level < levels.indexOf(String(data.get('level')).toLowerCase()) ? 10 : 0
  return number('rating') * 100 + fit - Math.max(level, 0) - known
}

function bestFirst(candidates: Candidate[], data: Map<string, Json>): Candidate[] {
  return candidates.toSorted((a, b) => worth(b, data) - worth(a, data))
}

function readCode(userText: string, data: Map<string, Json>): RequestFacts['code'] {
  const fromData = ['code', 'source', 'script', 'snippet', 'numberedcode']
    .map((key) => data.get(key))
    .find((value) => typeof value === 'string')
  const lines = data.get('lines') ?? data.get('code')
  const fenced = /```[^\n]*\n([\s\S]*?)```/.exec(userText)?.[1]
  const text = fromData ?? (Array.isArray(lines) ? lines.filter((line) => typeof line === 'string').join('\n') : fenced)
  if (text === undefined || text === '') return []
  const rows = text.replace(/\n$/, '').split('\n')
  const numbered = rows.every((row) => /^\s*\d+\s*[|:]/.test(row))
  return rows.map((row, index) => {
    const own = numbered ? /^\s*(\d+)\s*[|:]\s?(.*)$/.exec(row) : null
    return own === null ? { number: index + 1, text: row } : { number: Number(own[1]), text: own[2]! }
  })
}
