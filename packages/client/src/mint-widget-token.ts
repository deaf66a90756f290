import { maxTokenLifetimeSeconds, type Product, tokenAudience } from '@inkling/contracts'
import { SignJWT } from 'jose'

export interface WidgetTokenOptions {
  product: Product
  /** The product's own opaque id of the user. Not a name, not a mail address. */
  userId: string
  tier?: 'standard' | 'premium'
  locale?: 'en' | 'ko'
  /** At most 900 (15 minutes), which is the default. */
  lifetimeSeconds?: number
  /** The widget may show cost, model, variant and stages. */
  debug?: boolean
  /** For calls from the product's own backend: may report conversions. Never give such a token to a page. */
  server?: boolean
}

/** A token (JWT, HS256) for one user of one product. `secret` is the first of the product's values in `INKLING_TOKEN_SECRETS`. */
export async function mintWidgetToken(secret: string, options: WidgetTokenOptions): Promise<string> {
  const { product, userId, tier, locale, debug, server } = options
  const lifetime = Math.min(options.lifetimeSeconds ?? maxTokenLifetimeSeconds, maxTokenLifetimeSeconds)
  const expiresAt = Math.floor(Date.now() / 1000) + lifetime
  const claims = { product, ...(tier && { tier }), ...(locale && { locale }), ...(debug && { debug }), ...(server && { server }) }
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setAudience(tokenAudience)
    .setSubject(userId)
    .setExpirationTime(expiresAt)
    .sign(Buffer.from(secret))
}
