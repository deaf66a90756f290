import { CallerError, type Consent, consentHeader, consentSchema, type ProductClaims } from '@inkling/contracts'
import type { ProductCaller } from '@inkling/router'
import type { QuotaSubject } from '@inkling/suggestions/ports'
import type { Services } from '../services.ts'
import { requireOrigin } from './cross-origin.ts'
import type { Headed } from './headed.ts'

type CallerServices = Pick<Services, 'tokens' | 'userKey' | 'allowedOrigins'>

// The verifier hands out the same claims for the same token; the pseudonym is then computed once.
const callers = new WeakMap<ProductClaims, ProductCaller>()

/** Who sent the request, from its verified token: a pseudonym from here on. */
export async function callerOf(request: Headed, services: CallerServices): Promise<ProductCaller> {
  const { authorization } = request.headers
  const caller = bearerOf(services.tokens.known(authorization) ?? (await services.tokens.product(authorization)), services)
  requireOrigin(request, caller.product, services.allowedOrigins)
  return consentOf(request) === 'none' ? { ...caller, consent: 'none' } : caller
}

function bearerOf(claims: ProductClaims, services: CallerServices): ProductCaller {
  const known = callers.get(claims)
  if (known) return known
  const { product, sub, tier, locale, debug, server } = claims
  const sees = debug || server ? 'everything' : 'answer'
  const caller = { product, userKey: services.userKey(product, sub), tier, locale, sees, isServer: server === true } as const
  callers.set(claims, caller)
  return caller
}

/** Before anything is done for the caller; throws the refusal where it is over the own quota. */
export async function takeFromQuota(
  { product, userKey }: ProductCaller,
  kind: QuotaSubject['kind'],
  { quotas }: Pick<Services, 'quotas'>,
): Promise<void> {
  const decision = await quotas.take({ product, userKey, kind })
  if (decision.allowed) return
  const retryAfterSeconds = Math.max(1, Math.ceil(decision.retryAfterMs / 1000))
  const whose = decision.whose === 'user' ? 'This user has' : `All users of ${product} together have`
  const again = `Try again in ${retryAfterSeconds} ${retryAfterSeconds === 1 ? 'second' : 'seconds'}.`
  throw new CallerError('quota-exceeded', `${whose} sent more requests than the quota allows. ${again}`, { retryAfterSeconds })
}

/** A misspelt refusal must not pass for consent. */
function consentOf(request: Headed): Consent {
  const given = request.headers[consentHeader]
  if (given === undefined) return 'granted'
  const consent = consentSchema.safeParse(given)
  if (consent.success) return consent.data
  throw new CallerError('invalid-input', `The header "${consentHeader}" is neither "granted" nor "none".`, { field: consentHeader })
}
