import { z } from 'zod'
import { locales, products, tiers } from './product.ts'

/** Claims of a token for one product's user. `sub` is the product's own opaque user id. */
export const productClaimsSchema = z.object({
  product: z.enum(products),
  sub: z.string().min(1).max(256),
  tier: z.enum(tiers).default('standard'),
  locale: z.enum(locales).default('en'),
  exp: z.int(),
  debug: z.boolean().optional(),
  server: z.boolean().optional(),
})
export type ProductClaims = z.infer<typeof productClaimsSchema>

export const operatorRoles = ['viewer', 'operator', 'admin'] as const
export type OperatorRole = (typeof operatorRoles)[number]

export const operatorClaimsSchema = z.object({ role: z.enum(operatorRoles), sub: z.string().min(1).max(256), exp: z.int() })
export type OperatorClaims = z.infer<typeof operatorClaimsSchema>
