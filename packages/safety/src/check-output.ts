import type { Locale } from '@inkling/contracts'
import { findPersonalData } from './find-personal-data.ts'
import { foldText } from './normalise-text.ts'
import { collectText } from './output/collect-strings.ts'
import { isWrongLanguage } from './output/language.ts'
import { hasForeignLink } from './output/link.ts'
import { hasMarkup } from './output/markup.ts'
import { createPromptOverlap, tokenise } from './output/prompt-overlap.ts'
import { isRepetitive } from './output/repetition.ts'
import { comparableValue, findPlaceholders } from './placeholder-numbering.ts'

export type OutputCheck =
  | 'canary'
  | 'prompt-leak'
  | 'personal-data'
  | 'unknown-placeholder'
  | 'link'
  | 'markup'
  | 'language'
  | 'repetition'
  | 'too-long'

export interface OutputCheckOptions {
  /** A random word in the instructions that no honest answer holds. */
  canary: string
  /** The instructions as they were sent. */
  system: string
  /** What the request itself brought, as it was sent: data found in it may be answered. */
  permittedText: readonly string[]
  /** Placeholders given out for this request. */
  placeholders: ReadonlySet<string>
  locale: Locale
  /** Hosts that an answer may name. None by default. */
  allowedHosts?: readonly string[]
  /** The answer explains or corrects code: naming tags is allowed, what runs or loads by itself is not. */
  codeAllowed?: boolean
}

// 800 output tokens, the most we ask for, are about 3,200 characters of English; one item with twice that is not what was asked.
const maxItemLength = 6400
const maxProperties = 400

/** Prepared once per request. The check answers for one item which rule it breaks first, or nothing. Linear; never throws. */
export function createOutputChecks(options: OutputCheckOptions): (item: unknown) => { check: OutputCheck } | undefined {
  const overlaps = createPromptOverlap(options.system)
  const canary = comparableText(options.canary)
  const allowedHosts = new Set(options.allowedHosts ?? [])
  const permitted = options.permittedText.map(comparableText)
  const isPermitted = (value: string) => {
    const comparable = comparableValue(foldText(value).text)
    return permitted.some((text) => text.includes(comparable))
  }

  return (item) => {
    const { values, numbers, keys, length, tooDeep } = collectText(item)
    if (length > maxItemLength || tooDeep || keys.length > maxProperties) return { check: 'too-long' }
    const all = [...values, ...keys]
    if (canary !== '' && comparableText(all.join('')).includes(canary)) return { check: 'canary' }
    // All strings in a row: a leak that is cut into an array's entries is still one.
    const tokens = tokenise(values.join('\n'))
    if (overlaps(tokens)) return { check: 'prompt-leak' }
    if (all.some((text) => findPlaceholders(foldText(text).text).some((found) => !options.placeholders.has(found)))) {
      return { check: 'unknown-placeholder' }
    }
    if (holdsForeignData([...values, ...numbers.map(String)], isPermitted)) return { check: 'personal-data' }
    if (all.some((text) => hasForeignLink(text, allowedHosts))) return { check: 'link' }
    if (all.some((text) => hasMarkup(text, options.codeAllowed === true))) return { check: 'markup' }
    if (isWrongLanguage(values, options.locale)) return { check: 'language' }
    if (isRepetitive(values, tokens)) return { check: 'repetition' }
    return undefined
  }
}

/** Personal data that the model cannot have from this request. Names are left out: a model may invent a chef. */
function holdsForeignData(texts: readonly string[], isPermitted: (value: string) => boolean): boolean {
  // One text for all: detectors do not reach over empty lines, and one pass costs less than many.
  const text = texts.join('\n\n\n')
  return findPersonalData(text).spans.some(
    ({ type, confidence, start, end }) =>
      confidence !== 'possible' && type !== 'PERSON' && type !== 'ADDRESS' && !isPermitted(text.slice(start, end)),
  )
}

function comparableText(text: string): string {
  return comparableValue(foldText(text).text)
}
