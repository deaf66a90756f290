import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto'
import type { Product, SuggestionName } from '@inkling/contracts'
import type { ExperimentAssignment } from './ports.ts'

/** What a suggestion id vouches for. It travels encrypted: a page must not learn its experiment arm. */
export interface SuggestionIdClaims {
  /** The UUIDv7 under which ledger and events know the suggestion. */
  id: string
  product: Product
  suggestion: SuggestionName
  userKey: string
  /** Empty: the answer ended before a prompt was chosen. */
  variant: string
  experiments: ExperimentAssignment[]
}

const lifetimeMilliseconds = 7 * 24 * 60 * 60 * 1000
const tagLength = 16

export type SuggestionIdCheck = { claims: SuggestionIdClaims } | { problem: 'altered' | 'expired' }

/**
 * `<uuid>.<base64url of ciphertext and tag>`, AES-256-GCM. The nonce is the uuid's last 12 bytes, of which 74 bits are random and 16 are
 * the clock's: it repeats for no two ids of a deployment.
 */
export function sealSuggestionId(key: KeyObject, claims: SuggestionIdClaims): string {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(claims.id)).setAAD(Buffer.from(claims.id))
  const { product, suggestion, userKey, variant, experiments } = claims
  const arms = experiments.map(({ experimentId, variationId }) => [experimentId, variationId])
  const sealed = cipher.update(JSON.stringify([product, suggestion, userKey, variant, arms]), 'utf8')
  // This mode has no last block; its end only makes the tag.
  cipher.final()
  return `${claims.id}.${Buffer.concat([sealed, cipher.getAuthTag()]).toString('base64url')}`
}

/** Refuses ids that were altered, come from another deployment, or are older than seven days at `now` (milliseconds since 1970). */
export function openSuggestionId(key: KeyObject, suggestionId: string, now: number): SuggestionIdCheck {
  const [id = '', sealed = ''] = suggestionId.split('.')
  const bytes = Buffer.from(sealed, 'base64url')
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id) || bytes.length <= tagLength)
    return { problem: 'altered' }
  // Node decodes base64 laxly; only the one canonical spelling of an id is valid.
  if (`${id}.${bytes.toString('base64url')}` !== suggestionId) return { problem: 'altered' }
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(id)).setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(-tagLength))
  let plain: string
  try {
    plain = Buffer.concat([decipher.update(bytes.subarray(0, -tagLength)), decipher.final()]).toString('utf8')
  } catch {
    return { problem: 'altered' }
  }
  if (now - Number.parseInt(id.replace('-', '').slice(0, 12), 16) > lifetimeMilliseconds) return { problem: 'expired' }
  const [product, suggestion, userKey, variant, arms] = JSON.parse(plain) as [Product, SuggestionName, string, string, [string, string][]]
  return {
    claims: {
      id,
      product,
      suggestion,
      userKey,
      variant,
      experiments: arms.map(([experimentId, variationId]) => ({ experimentId, variationId })),
    },
  }
}

function nonceOf(id: string): Buffer {
  // The last 24 hexadecimal digits.
  return Buffer.from(id.slice(9, 13) + id.slice(14, 18) + id.slice(19, 23) + id.slice(24), 'hex')
}
