import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'

/**
 * What leaves this process for Redis is encrypted: an answer may repeat words of a person that no detector has found. `place` is where the
 * text is kept; a sealed text that is moved to another place does not open.
 */
export interface Seal {
  seal(text: string, place: string): string
  /** `undefined` for what was not sealed with this key for that place. */
  open(sealed: string, place: string): string | undefined
}

const algorithm = 'aes-256-gcm'
// Random nonces of 96 bits: NIST SP 800-38D allows 2^32 texts a key, far more than a deployment caches before its keys change.
const nonceBytes = 12
const tagBytes = 16
// A call for random bytes costs more than sealing an item does, and the same for twelve bytes as for some thousands.
const noncesAtOnce = 256

/** AES-256-GCM; nonce, tag and ciphertext in base64. `key`: 32 bytes. */
export function createSeal(key: KeyObject): Seal {
  let nonces = Buffer.alloc(0)
  const nextNonce = () => {
    if (nonces.length === 0) nonces = randomBytes(nonceBytes * noncesAtOnce)
    const nonce = nonces.subarray(0, nonceBytes)
    nonces = nonces.subarray(nonceBytes)
    return nonce
  }
  return {
    seal(text, place) {
      const nonce = nextNonce()
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(place))
      const body = cipher.update(text, 'utf8')
      cipher.final()
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
    },
    open(sealed, place) {
      const bytes = Buffer.from(sealed, 'base64')
      if (bytes.length < nonceBytes + tagBytes) return undefined
      try {
        const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
        decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
        const text = decipher.update(bytes.subarray(nonceBytes + tagBytes))
        decipher.final()
        return text.toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
