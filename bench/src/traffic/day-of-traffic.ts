import type { Product } from '@inkling/contracts'
import { registry, type Suggestion } from '@inkling/prompts'
import { aiAutomationVisitor } from './ai-automation-visitor.ts'
import { coocookVisitor } from './coocook-visitor.ts'
import { reviewVisitor } from './review-visitor.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'
import { snsAutoVisitor } from './sns-auto-visitor.ts'
import type { VisitorFactory } from './visitor.ts'
import { webappBuilderVisitor } from './webapp-builder-visitor.ts'

export interface TrafficOptions {
  seed: number
  /** Of each product. */
  users: number
}

/** One request of a page. */
export interface Ask {
  /** Milliseconds since the day's midnight. */
  at: number
  product: Product
  suggestion: Suggestion
  userId: string
  locale: 'en' | 'ko'
  context: Record<string, unknown>
}

const visitors: Record<Product, VisitorFactory> = {
  coocook: coocookVisitor,
  snsAuto: snsAutoVisitor,
  review: reviewVisitor,
  aiAutomation: aiAutomationVisitor,
  webappBuilder: webappBuilderVisitor,
}

// Share of the day's sessions that begin in each hour: little at night, a hump at noon, the most in the evening.
const sessionsByHour = [1, 1, 0, 0, 0, 1, 2, 3, 5, 6, 6, 7, 8, 7, 6, 5, 5, 6, 7, 8, 8, 5, 2, 1]
const hourMilliseconds = 60 * 60 * 1000
const secondsBetweenAsks = [15, 120] as const

/** A day in the order of time: every user of every product comes once, for a session of three to eight asks. */
export function dayOfTraffic({ seed, users }: TrafficOptions): Ask[] {
  const asks: Ask[] = []
  for (const product of Object.keys(visitors) as Product[]) {
    for (let user = 0; user < users; user++) {
      // A seed of its own: a change to one product's pages leaves the others' traffic as it was.
      const random = seededRandom(seed + hashOf(`${product} ${user}`))
      asks.push(...session(product, `user-${user}`, random))
    }
  }
  return asks.sort((a, b) => a.at - b.at)
}

function session(product: Product, userId: string, random: SeededRandom): Ask[] {
  const startHour = random.weighted(sessionsByHour.map((weight, hour) => [hour, weight] as const))
  let at = Math.floor((startHour + random.fraction()) * hourMilliseconds)
  const locale = random.weighted([
    ['en', 70],
    ['ko', 30],
  ] as const)
  const visitor = visitors[product](random, () => Math.min(23, Math.floor(at / hourMilliseconds)))
  return Array.from({ length: random.between(3, 8) }, (_, index) => {
    if (index > 0) {
      at += random.between(...secondsBetweenAsks) * 1000
      // Half of what pages ask is what they asked before: somebody comes back to the list, or reloads.
      const move = random.weighted([
        ['back', 45],
        ['refine', 30],
        ['turn', 25],
      ] as const)
      if (move === 'refine') visitor.refine()
      if (move === 'turn') visitor.turn()
    }
    const { key, context } = visitor.ask()
    const suggestion = (registry[product] as Record<string, unknown>)[key] as Suggestion
    return { at, product, suggestion, userId, locale, context }
  })
}

function hashOf(text: string): number {
  let hash = 2166136261
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619)
  return hash >>> 0
}
