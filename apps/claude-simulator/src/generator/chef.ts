import { sayPlainly } from '../content/plain-words.ts'
import type { Json, JsonObject } from '../protocol.ts'

export function isChef(attributes: JsonObject): boolean {
  return Array.isArray(attributes.cuisines) && typeof attributes.priceBand === 'string'
}

/** A chef beside what the host wants, in the order in which it counts. */
export interface ChefFit {
  /** Dietary restrictions, as codes, that cuisines or tags claim, and those about which they are silent. */
  covered: string[]
  open: string[]
  /** Also where the host wants no cuisine. */
  cooksIt: boolean
  /** Whole US dollars; `undefined` where budget or guests are not known. */
  usdPerGuest: number | undefined
  affordable: boolean
}

// What a booking usually begins at per guest.
const usdPerGuestFrom: Record<string, number> = { budget: 0, standard: 35, premium: 90 }
// Who cooks the stricter one cooks the other, too.
const stricter: Record<string, readonly string[]> = { vegetarian: ['vegan'], pescatarian: ['vegetarian', 'vegan'], 'dairy-free': ['vegan'] }

export function fitOfChef(attributes: JsonObject, data: ReadonlyMap<string, Json>): ChefFit {
  const cuisine = String(data.get('cuisine') ?? 'any').toLowerCase()
  const wanted = textsOf(data.get('dietary') ?? data.get('dietaryrestrictions'))
  const claims = (code: string) => [code, ...(stricter[code] ?? [])].some((each) => names([attributes.cuisines, attributes.tags], each))
  const usdPerGuest = Math.floor(Number(data.get('budgetusd')) / Number(data.get('partysize')))
  return {
    covered: wanted.filter(claims),
    open: wanted.filter((diet) => !claims(diet)),
    cooksIt: cuisine === 'any' || names([attributes.cuisines], cuisine),
    usdPerGuest: Number.isFinite(usdPerGuest) ? usdPerGuest : undefined,
    affordable: !(usdPerGuest < (usdPerGuestFrom[String(attributes.priceBand)] ?? 0)),
  }
}

/** First dietary restrictions, then the cuisine, the price level, the rating. */
export function chefWorth(attributes: JsonObject, data: ReadonlyMap<string, Json>): number {
  const { open, cooksIt, affordable } = fitOfChef(attributes, data)
  const rating = typeof attributes.rating === 'number' ? attributes.rating : 0
  return (open.length === 0 ? 4_000 : 0) + (cooksIt ? 2_000 : 0) + (affordable ? 1_000 : 0) + rating * 100
}

/** High only where everything is supported, low where something speaks against the chef, and never twice the same. */
export function chefConfidence(attributes: JsonObject, data: ReadonlyMap<string, Json>, index: number): number {
  const { open, cooksIt, affordable } = fitOfChef(attributes, data)
  const best = !cooksIt || !affordable ? 0.38 : open.length > 0 ? 0.62 : 0.95
  return best - index * 0.02
}

const diets = ['vegetarian', 'vegan', 'gluten-free', 'dairy-free', 'nut-free', 'halal', 'kosher', 'pescatarian']

export function isAboutDiet(tag: string): boolean {
  return diets.some((diet) => names([tag], diet))
}

/** Whether one of these texts names the code, in English or Korean. */
function names(texts: (Json | undefined)[], code: string): boolean {
  const words = [code.replaceAll('-', ' '), sayPlainly(code, 'ko')]
  return texts.flatMap(textsOf).some((text) => words.some((word) => text.toLowerCase().replaceAll('-', ' ').includes(word)))
}

function textsOf(value: Json | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string')
}
