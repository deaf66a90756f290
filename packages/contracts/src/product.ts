/** The products that embed suggestions, as they are named in tRPC paths, tokens and records. */
export const products = ['coocook', 'snsAuto', 'review', 'aiAutomation', 'webappBuilder'] as const
export type Product = (typeof products)[number]

/** `<product>.<suggestion>` in camelCase, for example `coocook.chefRecommendation`. */
export type SuggestionName = `${Product}.${string}`

export const locales = ['en', 'ko'] as const
export type Locale = (typeof locales)[number]

export const tiers = ['standard', 'premium'] as const
export type Tier = (typeof tiers)[number]

/** `chefRecommendation` -> `chef-recommendation`: the form in URLs, flags and file names. */
export function toKebabCase(camelCase: string): string {
  return camelCase.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** The inverse of {@link toKebabCase}. */
export function toCamelCase(kebabCase: string): string {
  return kebabCase.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

export function isProduct(value: string): value is Product {
  return (products as readonly string[]).includes(value)
}
