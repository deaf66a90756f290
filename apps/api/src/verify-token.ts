import {
  CallerError,
  maxTokenLifetimeSeconds,
  type OperatorClaims,
  operatorClaimsSchema,
  type ProductClaims,
  productClaimsSchema,
  tokenAudience,
} from '@inkling/contracts'
import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose'
import type { SecretOwner, TokenSecrets } from './secrets.ts'

// Checking a signature costs more than everything else of a cached answer; a page uses its token for minutes.
const rememberedTokens = 10_000
// Clocks of servers differ by a few seconds.
const clockToleranceSeconds = 5

export interface TokenVerifier {
  /** What {@link product} said of exactly that header, while it still holds. Asked first: most requests need nothing more. */
  known(authorization: string | undefined): ProductClaims | undefined
  product(authorization: string | undefined): Promise<ProductClaims>
  operator(authorization: string | undefined): Promise<OperatorClaims>
  /** After a rotation: nothing verified before counts. */
  forget(): void
}

export function createTokenVerifier(secrets: TokenSecrets, now: () => number): TokenVerifier {
  // By the whole header: what is known needs no reading.
  const verified = new Map<string, ProductClaims>()

  async function verify(token: string, owner: SecretOwner): Promise<JWTPayload> {
    for (const secret of secrets.of(owner)) {
      try {
        const options = {
          algorithms: ['HS256'],
          audience: tokenAudience,
          currentDate: new Date(now()),
          clockTolerance: clockToleranceSeconds,
        }
        return (await jwtVerify(token, Buffer.from(secret), options)).payload
      } catch (error) {
        if (error instanceof errors.JWTExpired)
          throw new CallerError('expired-token', 'The token has expired. Mint a new one and send the request again.')
        if (error instanceof errors.JWSSignatureVerificationFailed) continue
        throw invalid('its claims or its form are not valid')
      }
    }
    throw invalid('its signature does not fit any valid secret')
  }

  return {
    known(authorization = '') {
      const claims = verified.get(authorization)
      return claims && claims.exp * 1000 > now() ? claims : undefined
    },
    async product(authorization) {
      const token = bearer(authorization)
      const owner = productClaimsSchema.shape.product.safeParse(claimsOf(token).product)
      if (!owner.success) throw invalid('its claim "product" is missing or unknown')
      const claims = parseClaims(productClaimsSchema, await verify(token, owner.data))
      requireShortLife(claims.exp, now())
      if (verified.size >= rememberedTokens) verified.delete(verified.keys().next().value!)
      verified.set(authorization ?? '', claims)
      return claims
    },
    async operator(authorization) {
      const claims = parseClaims(operatorClaimsSchema, await verify(bearer(authorization), 'operators'))
      requireShortLife(claims.exp, now())
      return claims
    },
    forget: () => verified.clear(),
  }
}

function bearer(authorization: string | undefined): string {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1]
  if (token) return token
  if (authorization) throw invalid('it is not of the form "Bearer <token>"')
  throw new CallerError('missing-token', 'The request has no token. Send the header "Authorization: Bearer <token>".')
}

/** Unverified: only to find out whose secret must fit. */
function claimsOf(token: string): JWTPayload {
  try {
    return decodeJwt(token)
  } catch {
    throw invalid('it cannot be decoded')
  }
}

function parseClaims<Claims>(
  schema: { safeParse(value: unknown): { success: true; data: Claims } | { success: false; error: { issues: { path: PropertyKey[] }[] } } },
  payload: JWTPayload,
): Claims {
  const parsed = schema.safeParse(payload)
  if (parsed.success) return parsed.data
  throw invalid(`its claim "${parsed.error.issues[0]?.path.join('.')}" is missing or not valid`)
}

function requireShortLife(expiresAt: number, now: number): void {
  if (expiresAt * 1000 - now <= (maxTokenLifetimeSeconds + clockToleranceSeconds) * 1000) return
  throw invalid(`it lives longer than ${maxTokenLifetimeSeconds / 60} minutes`)
}

function invalid(why: string): CallerError {
  return new CallerError('invalid-token', `The token was refused: ${why}. Mint a new one with the product's secret.`)
}
