import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Model } from '../models.ts'
import type { JsonObject } from '../protocol.ts'
import { type Random, randomFrom } from '../random.ts'

/** `realistic`, `none`, or a factor: 10 answers ten times as fast. */
export type Latency = 'realistic' | 'none' | number

export interface Timing {
  /** Until the first token; log-normal around the model's median. */
  firstTokenMs(model: Model): number
  tokensMs(model: Model, tokens: number): number
  /** What the first use of a schema costs in this process; 0 from then on. */
  compileMs(schema: JsonObject | null): number
}

/** The spread of the log-normal: one request in twenty takes about 1.8 times the median. */
const spread = 0.35
/** An estimate for schemas of the size that suggestions use. */
const firstCompileMs = 1_500

export function createTiming(latency: Latency, seed: string): Timing {
  const speed = latency === 'realistic' ? 1 : latency === 'none' ? Number.POSITIVE_INFINITY : latency
  const random: Random = randomFrom(seed)
  const compiled = new Set<string>()
  return {
    firstTokenMs(model) {
      const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
      return (model.medianFirstTokenMs * Math.exp(spread * normal)) / speed
    },
    tokensMs: (model, tokens) => ((tokens / model.tokensPerSecond) * 1_000) / speed,
    compileMs(schema) {
      if (schema === null) return 0
      const key = createHash('sha256').update(JSON.stringify(schema)).digest('base64')
      if (compiled.has(key)) return 0
      compiled.add(key)
      return firstCompileMs / speed
    },
  }
}

/** Waits, or ends early when the client has gone. Resolves to whether the client is still there. */
export async function pause(milliseconds: number, gone: AbortSignal): Promise<boolean> {
  if (gone.aborted) return false
  // A timer is never shorter than a millisecond; shorter pauses would only add up to a wrong total.
  if (milliseconds >= 1) await delay(milliseconds, undefined, { signal: gone }).catch(() => undefined)
  return !gone.aborted
}
