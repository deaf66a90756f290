/** Limits a minute of one model, as the API's tiers state them. */
export interface RateLimits {
  requestsPerMinute: number
  inputTokensPerMinute: number
  outputTokensPerMinute: number
}

/** The first tier of Haiku 5.5. */
export const firstTier: RateLimits = { requestsPerMinute: 1_000, inputTokensPerMinute: 2_000_000, outputTokensPerMinute: 400_000 }

export type Admission = { admitted: true } | { admitted: false; retryAfterSeconds: number; limit: string }

export interface RateLimiter {
  /** Takes one request and its uncached input tokens, or says when it could. `max_tokens` does not count. */
  admit(model: string, inputTokens: number): Admission
  /** Books output as it is produced; the level may fall below zero, and then holds the next request back. */
  book(model: string, outputTokens: number): void
  headers(model: string): Record<string, string>
}

interface Bucket {
  limit: number
  level: number
  filledAt: number
}

export function createRateLimiter(limits: RateLimits, now: () => number): RateLimiter {
  const buckets = new Map<string, Record<'requests' | 'input' | 'output', Bucket>>()

  function bucketsOf(model: string) {
    const full = (limit: number): Bucket => ({ limit, level: limit, filledAt: now() })
    const own = buckets.get(model) ?? {
      requests: full(limits.requestsPerMinute),
      input: full(limits.inputTokensPerMinute),
      output: full(limits.outputTokensPerMinute),
    }
    buckets.set(model, own)
    for (const bucket of Object.values(own)) {
      bucket.level = Math.min(bucket.limit, bucket.level + ((now() - bucket.filledAt) / 60_000) * bucket.limit)
      bucket.filledAt = now()
    }
    return own
  }

  return {
    admit(model, inputTokens) {
      const own = bucketsOf(model)
      const wanted = [
        { bucket: own.requests, needed: 1, limit: `${limits.requestsPerMinute} requests per minute` },
        // One request larger than the bucket passes when the bucket is full; otherwise it could never run.
        {
          bucket: own.input,
          needed: Math.min(inputTokens, own.input.limit),
          limit: `${limits.inputTokensPerMinute} input tokens per minute`,
        },
        { bucket: own.output, needed: 1, limit: `${limits.outputTokensPerMinute} output tokens per minute` },
      ]
      const short = wanted.find(({ bucket, needed }) => bucket.level < needed)
      if (short !== undefined) {
        const seconds = ((short.needed - short.bucket.level) / short.bucket.limit) * 60
        return { admitted: false, retryAfterSeconds: Math.max(1, Math.ceil(seconds)), limit: short.limit }
      }
      own.requests.level -= 1
      own.input.level -= inputTokens
      return { admitted: true }
    },
    book(model, outputTokens) {
      bucketsOf(model).output.level -= outputTokens
    },
    headers(model) {
      const own = bucketsOf(model)
      const both = { limit: own.input.limit + own.output.limit, level: own.input.level + own.output.level, filledAt: now() }
      const shown = { requests: own.requests, tokens: both, 'input-tokens': own.input, 'output-tokens': own.output }
      return Object.fromEntries(
        Object.entries(shown).flatMap(([name, bucket]) => {
          const missingMs = ((bucket.limit - bucket.level) / bucket.limit) * 60_000
          const prefix = `anthropic-ratelimit-${name}`
          return [
            [`${prefix}-limit`, String(bucket.limit)],
            [`${prefix}-remaining`, String(Math.max(0, Math.floor(bucket.level)))],
            [`${prefix}-reset`, new Date(now() + missingMs).toISOString().replace(/\.\d+Z$/, 'Z')],
          ]
        }),
      )
    },
  }
}
