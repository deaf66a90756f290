import { randomBytes, randomFillSync } from 'node:crypto'
import type { Clock, Randomness } from './ports.ts'

export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve()
      const finish = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', finish)
        resolve()
      }
      const timer = setTimeout(finish, milliseconds)
      signal?.addEventListener('abort', finish)
    }),
  timeout: (milliseconds) => {
    const controller = new AbortController()
    const timer = setTimeout(() => controller.abort(), Math.max(0, milliseconds))
    return { signal: controller.signal, clear: () => clearTimeout(timer) }
  },
}

/** RFC 9562, version 7: 48 bits of milliseconds, then 74 random bits. */
export function uuidVersion7(now: number, random: Uint8Array): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

// A call for random bytes costs the same for ten as for four thousand.
const pool = Buffer.allocUnsafe(4_000)
let drawn = pool.length

function nextTenBytes(): Uint8Array {
  if (drawn >= pool.length) {
    randomFillSync(pool)
    drawn = 0
  }
  drawn += 10
  return pool.subarray(drawn - 10, drawn)
}

export const systemRandomness: Randomness = {
  uuid: () => uuidVersion7(Date.now(), nextTenBytes()),
  hex: (characters) =>
    randomBytes(Math.ceil(characters / 2))
      .toString('hex')
      .slice(0, characters),
  fraction: () => Math.random(),
}
