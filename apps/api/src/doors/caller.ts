import { CallerError, type Consent, consentHeader, consentSchema, type ProductClaims } from '@inkling/contracts'
import type { ProductCaller } from '@inkling/router'
import type { FastifyRequest } from 'fastify'
import type { Services } from '../services.ts'

// The verifier hands out the same claims for the same token; the pseudonym is then computed once.
const callers = new WeakMap<ProductClaims, ProductCaller>()

/** Who sent the request, from its verified token: a pseudonym from here on. */
export async function callerOf(request: FastifyRequest, services: Pick<Services, 'tokens' | 'userKey'>): Promise<ProductCaller> {
  const caller = await bearerOf(request, services)
  return consentOf(request) === 'none' ? { ...caller, consent: 'none' } : caller
}

async function bearerOf(request: FastifyRequest, services: Pick<Services, 'tokens' | 'userKey'>): Promise<ProductCaller> {
  const claims = await services.tokens.product(request.headers.authorization)
  const known = callers.get(claims)
  if (known) return known
  const { product, sub, tier, locale, debug, server } = claims
  const sees = debug || server ? 'everything' : 'answer'
  const caller = { product, userKey: services.userKey(product, sub), tier, locale, sees, isServer: server === true } as const
  callers.set(claims, caller)
  return caller
}

/** A misspelt refusal must not pass for consent. */
function consentOf(request: FastifyRequest): Consent {
  const consent = consentSchema.safeParse(request.headers[consentHeader] ?? 'granted')
  if (consent.success) return consent.data
  throw new CallerError('invalid-input', `The header "${consentHeader}" is neither "granted" nor "none".`, { field: consentHeader })
}
