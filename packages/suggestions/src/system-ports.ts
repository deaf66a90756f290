import { randomBytes } from 'node:crypto'
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

/** RFC 9562, version 7: 48 bits of milliseconds, then 74 random bits, from ten random bytes in hexadecimal. */
export function uuidVersion7(now: number, random: string): string {
  if (now !== latest.time) latest = { time: now, prefix: prefixOf(now) }
  // Two of the sixteen bits of the variant's group are fixed to 10.
  const variant = '89ab'[Number.parseInt(random[3]!, 16) & 3]
  return `${latest.prefix}${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`
}

// A request takes three or four ids, mostly in one millisecond.
let latest = { time: Number.NaN, prefix: '' }

function prefixOf(now: number): string {
  const time = now.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7`
}

// A call for random bytes costs the same for ten as for four thousand.
const poolBytes = 4_000
const charactersEach = 20
let pool = ''
let drawn = 0

function nextTenBytes(): string {
  if (drawn >= pool.length) {
    pool = randomBytes(poolBytes).toString('hex')
    drawn = 0
  }
  drawn += charactersEach
  return pool.slice(drawn - charactersEach, drawn)
}

export const systemRandomness: Randomness = {
  uuid: () => uuidVersion7(Date.now(), nextTenBytes()),
  hex: (characters) =>
    randomBytes(Math.ceil(characters / 2))
      .toString('hex')
      .slice(0, characters),
  fraction: () => Math.random(),
}
