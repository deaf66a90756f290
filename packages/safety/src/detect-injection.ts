import { toCanonicalText } from './injection/canonical-text.ts'
import { decodeInvisible, decodeText } from './injection/decode.ts'
import { findEnglishSigns } from './injection/english-rules.ts'
import { findKoreanSigns } from './injection/korean-rules.ts'
import { scoreText } from './injection/model/score-text.ts'
import { findNoiseSuffix } from './injection/noise-suffix.ts'
import { findOtherLanguageSigns } from './injection/other-language-rules.ts'
import type { Sign } from './injection/rule.ts'
import { findStructureSigns } from './injection/structure-rules.ts'
import { foldText } from './normalise-text.ts'
import { asPrepared, type PreparedText } from './prepared-text.ts'
import { prepareSearch, type SearchedText } from './search/searched-text.ts'

export interface InjectionFinding {
  /** `verdict` is `refuse`. */
  attack: boolean
  verdict: 'none' | 'flag' | 'refuse'
  /** 0 upwards; 1 refuses. */
  score: number
  /** The sign that weighed most. */
  rule?: string
}

/** How much a folded text resembles an attack; 1 refuses alone. */
type TextScorer = (folded: string) => number

interface InjectionDetectorOptions {
  /** A trained model's view, for what no rule names. */
  scoreText?: TextScorer
}

const refuseAt = 1
const flagAt = 0.6
// Lesser signs are added up where they stand this close together (characters): a jailbreak's paragraph, not a book.
const neighbourhood = 1200
// An encoding inside an encoding is read; a third layer is nothing a model would follow by itself.
const maxDepth = 2
const maxReadings = 16
/** How much of the rules' score is added to the model's: signs that do not suffice alone make its suspicion stronger. */
export const ruleAid = 0.5

/**
 * Finds text that speaks to the model instead of being data: in plain English and Korean, misspelt, disguised or encoded.
 * One layer only: what it misses is still handled as data. Linear in the length; never throws.
 */
export function createInjectionDetector(options: InjectionDetectorOptions = {}): (text: string | PreparedText) => InjectionFinding {
  return (text) => {
    const { given, cleaned, searched } = asPrepared(text)
    const readings = readEveryWay(given, searched)
    let best: InjectionFinding = { attack: false, verdict: 'none', score: 0 }
    for (const reading of readings) {
      const finding = judge(reading, options.scoreText)
      if (finding.score > best.score) best = finding
      if (best.attack) return best
    }
    const foreign = weigh(findOtherLanguageSigns(readings[0]!, cleaned.text))
    return foreign.score > best.score ? foreign : best
  }
}

/** The detector as the product runs it. */
export const detectInjection = createInjectionDetector({ scoreText })

const detectByRules = createInjectionDetector()

/** The score of the rules alone, which the model is trained to complete. */
export const scoreByRules = (text: string): number => detectByRules(text).score

/** The text with disguises undone, then what its encodings say, to the second depth. */
function readEveryWay(given: string, folded: SearchedText): SearchedText[] {
  const prepared = new Map([[folded.text, folded]])
  const prepare = (reading: string) => {
    const known = prepared.get(reading) ?? prepareSearch(reading)
    prepared.set(reading, known)
    return known
  }
  let layer = [folded.text, ...decodeInvisible(given).map((reading) => foldText(reading).text)]
  const readings = new Set(layer)
  for (let depth = 0; depth < maxDepth; depth++) {
    layer = layer.flatMap((reading) => decodeText(prepare(reading)).map((decoded) => foldText(decoded).text))
    for (const reading of layer) if (readings.size < maxReadings) readings.add(reading)
    layer = layer.slice(0, maxReadings)
  }
  return Array.from(readings, prepare)
}

function judge(reading: SearchedText, scoreText: TextScorer | undefined): InjectionFinding {
  const { text } = reading
  const signs = [findStructureSigns(reading), findEnglishSigns(toCanonicalText(text)), findKoreanSigns(reading), findNoiseSuffix(text)]
  const byRules = weigh(signs.flat())
  if (scoreText === undefined || byRules.attack) return byRules
  const byModel = scoreText(text)
  const score = Math.max(0, byModel) === 0 ? 0 : byModel + ruleAid * byRules.score
  return score > byRules.score ? findingOf(score, 'model') : byRules
}

function weigh(signs: Sign[]): InjectionFinding {
  const strongest = signs.reduce<Sign | undefined>((best, sign) => (sign.weight > (best?.weight ?? 0) ? sign : best), undefined)
  if (strongest === undefined) return { attack: false, verdict: 'none', score: 0 }
  const lesser = signs.sort((a, b) => a.index - b.index)
  let score = strongest.weight
  let from = 0
  let sum = 0
  for (const sign of lesser) {
    sum += sign.weight
    while (sign.index - lesser[from]!.index > neighbourhood) sum -= lesser[from++]!.weight
    score = Math.max(score, sum)
  }
  return findingOf(score, strongest.id)
}

function findingOf(exact: number, rule: string): InjectionFinding {
  // Sums of tenths: 0.6 + 0.4 has to be 1.
  const score = Math.round(exact * 1000) / 1000
  const verdict = score >= refuseAt ? 'refuse' : score >= flagAt ? 'flag' : 'none'
  return { attack: verdict === 'refuse', verdict, score, rule }
}
