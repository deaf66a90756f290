import type { Entry } from '../content/entry.ts'
import { isObject, type Json, type JsonObject } from '../protocol.ts'
import { integerBetween, pick } from '../random.ts'
import { resolveReference } from '../request/check-schema.ts'
import { chooseEntries, isExhaustive } from './choose-entries.ts'
import { daysOf, spreadDay } from './dates.ts'
import { lengthOfList } from './described-limits.ts'
import { influencerRole, isInfluencer } from './influencer.ts'
import { type AnswerContext, detailOf, type Item } from './item.ts'
import { numberValue } from './number-value.ts'
import { factText, isAlias } from './request-facts.ts'
import { textList, textValue, weekday } from './text-value.ts'

export type Length = 'usual' | 'shortest'

/**
 * An instance of the schema (the subset that structured output supports), written from the property names, the
 * descriptions and the request. The same context and schema give the same instance. `shortest` keeps lists at the lower
 * end of what their descriptions allow.
 */
export function generateFromSchema(schema: JsonObject, context: AnswerContext, length: Length): Json {
  const offered = context.facts.candidates.map((candidate) => candidate.id)
  const attributesOffered = context.facts.candidates.map(({ attributes }) => attributes)
  const free = [...offered]
  const names = propertyNames(schema, schema)
  const bank = chooseEntries(context.facts, names, 6, context.random)
  return write(schema, 'answer', { index: 0, count: 1, entry: bank[0]!, candidate: null })

  function write(given: Json | undefined, name: string, item: Item): Json {
    const part = isObject(given) ? given : {}
    if (typeof part.$ref === 'string') return write(resolveReference(schema, part.$ref), name, item)
    if (part.const !== undefined) return part.const
    if (Array.isArray(part.enum)) return writeEnum(part.enum, name, item)
    if (Array.isArray(part.anyOf)) {
      const branches = part.anyOf.filter((branch) => !isObject(branch) || branch.type !== 'null')
      return write(described(branches[0] ?? part.anyOf[0], part), name, item)
    }
    if (Array.isArray(part.allOf)) return write(mergeAll(part.allOf), name, item)
    const type = Array.isArray(part.type) ? part.type.find((candidate) => candidate !== 'null') : part.type
    if (type === 'object') return writeObject(part, item)
    if (type === 'array') return writeArray(part, name, item)
    if (type === 'string') return textValue(part, name, item, context)
    if (type === 'number' || type === 'integer') return numberValue(part, name, item, context)
    if (type === 'boolean') return context.random() < 0.7
    return null
  }

  function writeObject(part: JsonObject, item: Item): JsonObject {
    const properties = Object.entries(isObject(part.properties) ? part.properties : {})
    return Object.fromEntries(properties.map(([name, property]) => [name, write(property, name, item)]))
  }

  /** Every alias once, the best first; again from the start when all are used. */
  function takeAlias(values: readonly Json[]): string | undefined {
    const allowed = values.filter(isAlias)
    const next = free.find((id) => allowed.includes(id))
    if (next !== undefined) {
      free.splice(free.indexOf(next), 1)
      return next
    }
    return offered.find((id) => allowed.includes(id)) ?? allowed[0]
  }

  function writeEnum(values: readonly Json[], name: string, item: Item): Json {
    if (values.some(isAlias))
      return item.candidate !== null && values.includes(item.candidate.id) ? item.candidate.id : (takeAlias(values) ?? values[0]!)
    const texts = values.filter((value) => typeof value === 'string')
    if (texts.length === 0) return pick(context.random, values)
    const same = (wanted: string | undefined) =>
      texts.find((text) => wanted !== undefined && wanted !== '' && text.toLowerCase() === wanted.toLowerCase())
    const detail = detailOf(item.entry, name)
    const near = typeof detail === 'string' ? nearest(texts, detail.toLowerCase()) : undefined
    if (/day/i.test(name)) {
      const day = weekday(spreadDay(daysOf(context.facts, context.now), item.index, item.count), 'en')
      const found = texts.find((text) => text.toLowerCase().startsWith(day.slice(0, 3).toLowerCase()))
      if (found !== undefined) return found
    }
    if (/^role$/i.test(name) && item.candidate !== null && isInfluencer(item.candidate.attributes)) {
      return same(influencerRole(item.candidate.attributes, attributesOffered, context.facts.data)) ?? texts[0]!
    }
    if (/platform|channel/i.test(name)) return same(textValue({ type: 'string' }, name, item, context)) ?? texts[item.index % texts.length]!
    if (/^language$/i.test(name)) return same(context.facts.language) ?? texts[0]!
    return (
      same(typeof detail === 'string' ? detail : undefined) ??
      near ??
      same(factText(context.facts, name.toLowerCase())) ??
      spread(texts, item)
    )
  }

  /** Over several items the values come in their own order: a starter before a dessert. */
  function spread(texts: readonly string[], item: Item): string {
    return texts[Math.min(texts.length - 1, Math.floor((item.index / Math.max(item.count, 1)) * texts.length))]!
  }

  function writeArray(part: JsonObject, name: string, item: Item): Json[] {
    const element = resolved(part.items)
    if (element.type === 'string' && !Array.isArray(element.enum) && element.format === undefined) {
      return textList(part, element, name, item, context)
    }
    const range = readRange(part, name)
    const aliases = aliasesIn(element)
    let low = Math.max(range.low, Number(part.minItems ?? 0))
    let high = Math.max(low, range.high)
    if (aliases !== null && offered.length > 0) {
      const most = offered.filter((id) => aliases.includes(id)).length
      high = Math.max(Number(part.minItems ?? 0), Math.min(high, most))
      low = Math.min(low, high)
    }
    let count = length === 'shortest' ? low : integerBetween(context.random, low, Math.min(high, low + 2))
    if (element.type !== 'object') {
      const values = Array.from({ length: count }, (_, index) => write(element, name, { ...item, index, count }))
      return Array.isArray(element.enum) ? [...new Set(values)] : values
    }
    const names = propertyNames(element, schema)
    const entries: readonly Entry[] = chooseEntries(context.facts, names, count, context.random)
    if (length === 'usual' && isExhaustive(context.facts, names)) count = Math.min(high, Math.max(low, entries.length))
    // A list without a stated minimum ends with the ideas; repeated ideas would read like a fault.
    if (aliases === null && entries.length < count) count = Math.max(low, Math.min(count, entries.length))
    return Array.from({ length: count }, (_, index) => {
      const alias = aliases === null ? undefined : takeAlias(aliases)
      const candidate = context.facts.candidates.find(({ id }) => id === alias) ?? null
      return write(element, name, { index, count, entry: entries[index % entries.length]!, candidate })
    })
  }

  function readRange(part: JsonObject, name: string): { low: number; high: number } {
    const own = lengthOfList(String(part.description ?? ''))
    const instructed = name === 'items' ? lengthOfList(instructedLength(context.facts.systemText)) : {}
    const low = own.low ?? (own.high === undefined ? instructed.low : undefined) ?? Math.min(3, own.high ?? 3)
    return { low, high: own.high ?? Math.max(low, instructed.high ?? low + 1) }
  }

  function resolved(part: Json | undefined): JsonObject {
    const object = isObject(part) ? part : {}
    return typeof object.$ref === 'string' ? (resolveReference(schema, object.$ref) ?? {}) : object
  }
}

/** Scales name the same degrees in different words. */
const synonyms: Record<string, RegExp> = {
  low: /^(low|small|easy|minor|info|minutes|hours?)$/i,
  medium: /^(med|moderate|warn|days?)/i,
  high: /^(high|large|hard|major|critical|error|weeks?)$/i,
  pasta: /pasta|first|primo|main/i,
  soup: /soup|starter|appeti[sz]er/i,
  starter: /starter|appeti[sz]er|antipasto/i,
}

function nearest(texts: readonly string[], wanted: string): string | undefined {
  return texts.find((text) => text.toLowerCase().startsWith(wanted.slice(0, 3))) ?? texts.find((text) => synonyms[wanted]?.test(text))
}

/** The part of the instructions that says how many items are wanted. */
function instructedLength(systemText: string): string {
  const noun = '(?:items|candidates|suggestions|dishes|captions|entries|findings|tips|kpis|sections|courses|ideas|steps|chefs)'
  return (
    new RegExp(String.raw`(?:between |exactly |at most |up to )?\d+(?: ?(?:to|and|-|–) ?\d+)? ${noun}`, 'i').exec(systemText)?.[0] ?? ''
  )
}

function described(branch: Json | undefined, union: JsonObject): JsonObject {
  const own = isObject(branch) ? branch : {}
  return own.description === undefined && union.description !== undefined ? { ...own, description: union.description } : own
}

function mergeAll(parts: readonly Json[]): JsonObject {
  const objects = parts.filter(isObject)
  const properties = Object.assign({}, ...objects.map((part) => part.properties ?? {})) as JsonObject
  return { ...(Object.assign({}, ...objects) as JsonObject), ...(Object.keys(properties).length > 0 ? { properties } : {}) }
}

function aliasesIn(element: JsonObject): string[] | null {
  if (Array.isArray(element.enum)) return element.enum.some(isAlias) ? element.enum.filter(isAlias) : null
  for (const property of Object.values(isObject(element.properties) ? element.properties : {})) {
    if (isObject(property) && Array.isArray(property.enum) && property.enum.some(isAlias)) return property.enum.filter(isAlias)
  }
  return null
}

function propertyNames(part: Json | undefined, root: JsonObject): string[] {
  if (!isObject(part)) return []
  if (typeof part.$ref === 'string') return propertyNames(resolveReference(root, part.$ref), root)
  const own = isObject(part.properties) ? Object.entries(part.properties) : []
  return [...own.flatMap(([name, property]) => [name, ...propertyNames(property, root)]), ...propertyNames(part.items, root)]
}
