import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { Product } from '@inkling/contracts'

/** Keys that never rotate, derived from the deployment's secret (HKDF-SHA-256, one purpose each). */
export interface DerivedKeys {
  cache: KeyObject
  /** Encrypts what is kept in Redis. */
  stored: KeyObject
  suggestionId: KeyObject
  audit: KeyObject
  /** The pseudonym under which a user is known everywhere below the door. */
  userKey(product: Product, userId: string): string
}

export function deriveKeys(secret: string | Uint8Array): DerivedKeys {
  // Key objects: raw bytes would be turned into one anew for every hash.
  const derive = (purpose: string) => createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `inkling/${purpose}/v1`, 32)))
  const user = derive('user-pseudonym')
  return {
    cache: derive('cache-key'),
    stored: derive('stored-answer'),
    suggestionId: derive('suggestion-id'),
    audit: derive('audit'),
    userKey: (product, userId) => createHmac('sha256', user).update(`${product}\0${userId}`).digest('base64url'),
  }
}
