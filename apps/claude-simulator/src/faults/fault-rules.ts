import { isObject, type Json, type JsonObject } from '../protocol.ts'
import { type Random, randomFrom } from '../random.ts'

const faultKinds = [
  'status',
  'delay-headers',
  'delay-body',
  'cut-stream',
  'reset',
  'error-event',
  'refusal',
  'truncated',
  'invalid-json',
  'foreign-candidate',
  'personal-data',
  'excess-usage',
] as const

export interface FaultRule {
  kind: (typeof faultKinds)[number]
  /** How many requests it meets; without it, every one. */
  times?: number
  /** Chance for each request, from 0 to 1; without it, certain. */
  probability?: number
  /** HTTP status for `status` (500 if absent); the error's type for `error-event` (529 if absent). */
  status?: number
  /** Seconds. A `status` 429 without it is the spend cap. */
  retryAfter?: number
  /** Milliseconds: before the body for `delay-body`, before the headers for every other kind. */
  delayMs?: number
  /** Bytes of the body that are sent before the fault. */
  afterBytes?: number
}

export interface FaultRules {
  replace(rules: FaultRule[]): void
  read(): FaultRule[]
  /** The first rule that meets this request, counted down; the rules are tried in their order and at most one applies. */
  next(): FaultRule | null
}

/** Whether a rule meets a request is drawn from the seed, so a run can be repeated. */
export function createFaultRules(seed: string): FaultRules {
  let rules: FaultRule[] = []
  let random: Random = randomFrom(seed)
  return {
    replace(next) {
      rules = next.map((rule) => ({ ...rule }))
      random = randomFrom(seed)
    },
    read: () => rules.map((rule) => ({ ...rule })),
    next() {
      for (const rule of rules) {
        if (rule.times === 0) continue
        if (rule.probability !== undefined && random() >= rule.probability) continue
        if (rule.times !== undefined) rule.times -= 1
        return rule
      }
      return null
    },
  }
}

const ranges: Record<string, { low: number; high: number; whole: boolean }> = {
  times: { low: 0, high: 1_000_000, whole: true },
  probability: { low: 0, high: 1, whole: false },
  status: { low: 400, high: 599, whole: true },
  retryAfter: { low: 0, high: 86_400, whole: false },
  delayMs: { low: 0, high: 600_000, whole: false },
  afterBytes: { low: 0, high: 33_554_432, whole: true },
}

export type ParsedFaults = { rules: FaultRule[] } | { field: string; message: string }

/** Reads the body of `PUT /_sim/faults`; a mistake names the field and the fix. */
export function parseFaultRules(body: Json): ParsedFaults {
  if (!isObject(body) || !Array.isArray(body.rules)) {
    return { field: 'rules', message: 'rules: send { "rules": [{ "kind": "status", "status": 529 }] }' }
  }
  const extra = Object.keys(body).find((name) => name !== 'rules')
  if (extra !== undefined) return { field: extra, message: `${extra}: unknown field; only "rules" is allowed here` }
  const rules: FaultRule[] = []
  for (const [index, rule] of body.rules.entries()) {
    const mistake = findMistake(rule, `rules.${index}`)
    if (mistake !== null) return mistake
    rules.push(rule as unknown as FaultRule)
  }
  return { rules }
}

function findMistake(rule: Json, path: string): { field: string; message: string } | null {
  if (!isObject(rule)) return { field: path, message: `${path}: each rule is an object with a "kind"` }
  if (!(faultKinds as readonly Json[]).includes(rule.kind ?? null)) {
    return { field: `${path}.kind`, message: `${path}.kind: use one of ${faultKinds.join(', ')}` }
  }
  for (const [name, value] of Object.entries(rule satisfies JsonObject)) {
    if (name === 'kind') continue
    const range = ranges[name]
    if (range === undefined) {
      return { field: `${path}.${name}`, message: `${path}.${name}: unknown field; use ${Object.keys(ranges).join(', ')} beside "kind"` }
    }
    const fits = typeof value === 'number' && value >= range.low && value <= range.high && (!range.whole || Number.isInteger(value))
    if (!fits) {
      const form = range.whole ? 'a whole number' : 'a number'
      return { field: `${path}.${name}`, message: `${path}.${name}: use ${form} from ${range.low} to ${range.high}` }
    }
  }
  return null
}
