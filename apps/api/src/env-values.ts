import { products } from '@inkling/contracts'
import { parseUsd } from '@inkling/cost'
import type { Quota } from '@inkling/suggestions/ports'
import { z } from 'zod'

export const money = z.string().transform((text, context) => {
  const pico = parseUsd(text)
  if (pico === undefined) context.addIssue({ code: 'custom', message: 'must be an amount in USD such as 0.20' })
  return pico ?? 0n
})

export const port = z.coerce.number().int('must be a whole number').min(1).max(65_535)

export const timeZone = z.string().refine(isTimeZone, 'must be an IANA zone such as Europe/Berlin')

const windows: Record<string, number> = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 }

/** `60/minute` or `60/minute,1000/day`. */
export const quotas = z.string().transform((text, context) =>
  text.split(',').map((part): Quota => {
    const [, limit, window = ''] = /^\s*([1-9]\d{0,8})\/(second|minute|hour|day)\s*$/.exec(part) ?? []
    if (limit === undefined) context.addIssue({ code: 'custom', message: 'must be a quota such as 60/minute or 60/minute,1000/day' })
    return { limit: Number(limit ?? 1), windowMs: windows[window] ?? 1 }
  }),
)

/** Of each product, the origins whose pages may call. `*`: all. */
export type AllowedOrigins = Partial<Record<(typeof products)[number], string[]>>

const originsSchema = z.partialRecord(z.enum(products), z.array(z.string().refine(isOrigin)))

/** `{"coocook":["https://www.coocook.example"]}`; an empty list lets no foreign page in. */
export const allowedOrigins = z.string().transform((text, context): AllowedOrigins => {
  const parsed = originsSchema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  const message = 'must be JSON such as {"coocook":["https://www.coocook.example"]}: products, each with origins without a path'
  context.addIssue({ code: 'custom', message })
  return {}
})

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isOrigin(text: string): boolean {
  return text === '*' || (/^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text)
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
