import type { JsonObject } from '../protocol.ts'
import { integerBetween } from '../random.ts'
import { chefConfidence, isChef } from './chef.ts'
import { valueOfNumber } from './described-limits.ts'
import { type AnswerContext, detailOf, type Item } from './item.ts'
import { stepNumber } from './step-number.ts'

export function numberValue(schema: JsonObject, name: string, item: Item, context: AnswerContext): number {
  const range = valueOfNumber(String(schema.description ?? ''))
  const whole =
    schema.type === 'integer' || (Array.isArray(schema.type) && schema.type.includes('integer') && !schema.type.includes('number'))
  const wanted = meant(name, range, item, context)
  const within = Math.min(Math.max(wanted, range.low ?? Number.NEGATIVE_INFINITY), range.high ?? Number.POSITIVE_INFINITY)
  return whole ? Math.round(within) : Math.round(within * 100) / 100
}

function meant(name: string, range: { low?: number; high?: number }, item: Item, { facts, random }: AnswerContext): number {
  const attributes = item.candidate?.attributes ?? {}
  const own = attributes[name]
  if (typeof own === 'number') return own
  if (/confidence|score|probability|fit|match/i.test(name)) {
    if (isChef(attributes)) return chefConfidence(attributes, facts.data, item.index) * (range.high ?? 1)
    // Falls from item to item: the first is the one the answer stands behind most.
    const share = Math.max(0.5, 0.94 - item.index * 0.06 - random() * 0.03)
    return share * (range.high ?? 1)
  }
  const lineNumber = (detail: unknown): number =>
    Number(detail ?? facts.code[item.index % Math.max(facts.code.length, 1)]?.number ?? item.index + 1)
  if (/(end|to|last)_?line|line_?(end|to)|^(end|to)$/i.test(name)) return lineNumber(item.entry.lineEnd ?? item.entry.line)
  if (/line|^(start|from)$/i.test(name)) return lineNumber(item.entry.line)
  if (/^step(number)?$/i.test(name) && facts.data.has('steps')) return stepNumber(item.entry.place, facts)
  if (/order|rank|position|step|number|index/i.test(name)) return item.index + 1
  if (/week/i.test(name)) {
    const hours = typeof attributes.hours === 'number' ? attributes.hours : undefined
    const weekly = Number(facts.data.get('weeklyhours') ?? Number.NaN)
    return hours !== undefined && weekly > 0 ? Math.max(1, Math.ceil(hours / weekly)) : 2 + (item.index % 3)
  }
  if (/minute|offset/i.test(name)) return 15 * (item.index + 1)
  if (/hour/i.test(name)) return /posting|time/i.test(name) ? 12 + item.index : 1 + item.index
  if (/percent|share/i.test(name)) {
    const stated = /(\d+)\s*%/.exec(String(detailOf(item.entry, name) ?? ''))
    if (stated !== null) return Number(stated[1])
  }
  const low = range.low ?? Math.min(1, range.high ?? 1)
  return integerBetween(random, Math.ceil(low), Math.max(Math.ceil(low), Math.floor(range.high ?? low + 4)))
}
