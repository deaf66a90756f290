import { createHash } from 'node:crypto'
import type { Model } from '../models.ts'
import type { CheckedRequest } from '../protocol.ts'
import { cumulativePromptTokens } from './tokens.ts'

/** How the prompt's tokens divide. The four numbers add up to the whole prompt. */
export interface PromptTokens {
  uncached: number
  read: number
  written5m: number
  written1h: number
}

export interface PromptCache {
  /** Counts the prompt and remembers its marked prefixes. */
  account(request: CheckedRequest, model: Model): PromptTokens
}

const lifetimeMs = { '5m': 300_000, '1h': 3_600_000 }
/** The API looks back over at most this many blocks before a mark. */
const lookBack = 20
const mostEntries = 10_000

export function createPromptCache(now: () => number): PromptCache {
  const prefixes = new Map<string, { until: number; lifetime: number }>()

  function isAlive(key: string): boolean {
    const entry = prefixes.get(key)
    if (entry === undefined || entry.until <= now()) {
      prefixes.delete(key)
      return false
    }
    entry.until = now() + entry.lifetime
    return true
  }

  function remember(key: string, lifetime: number): void {
    if (prefixes.size >= mostEntries) prefixes.delete(prefixes.keys().next().value!)
    prefixes.set(key, { until: now() + lifetime, lifetime })
  }

  return {
    account(request, model) {
      const totals = cumulativePromptTokens(request)
      const whole = totals.at(-1) ?? 0
      // A changed schema or thinking mode is another prefix.
      const hash = createHash('sha256').update(JSON.stringify([model.id, request.schema, request.thinking]))
      const keys = request.blocks.map((block) => {
        hash.update(JSON.stringify([block.role, block.text]))
        return hash.copy().digest('base64')
      })
      const marks = request.blocks.flatMap((block, index) =>
        block.cache !== null && totals[index]! >= model.cacheMinimumTokens ? [{ index, ttl: block.cache.ttl }] : [],
      )
      const last = marks.at(-1)
      if (last === undefined) return { uncached: whole, read: 0, written5m: 0, written1h: 0 }

      let readTo = -1
      for (const mark of marks) {
        for (let index = mark.index; index > readTo && index > mark.index - lookBack; index -= 1) {
          if (isAlive(keys[index]!)) readTo = index
        }
      }
      const read = readTo < 0 ? 0 : totals[readTo]!
      let from = read
      const written = { '5m': 0, '1h': 0 }
      for (const mark of marks.filter(({ index }) => index > readTo)) {
        written[mark.ttl] += totals[mark.index]! - from
        from = totals[mark.index]!
        remember(keys[mark.index]!, lifetimeMs[mark.ttl])
      }
      return { uncached: whole - from, read, written5m: written['5m'], written1h: written['1h'] }
    },
  }
}
