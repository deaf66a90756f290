import autocannon from 'autocannon'
import type { Target } from './targets.ts'

export interface Load {
  requests: number
  requestsPerSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
}

export type Amount = { seconds: number } | { requests: number }

// Enough to keep the server's core busy, few enough that waiting in line does not drown the latency.
const connections = 50

/** Loads a target for that many seconds, or with that many requests. Rejects when anything but 2xx came back. */
export async function load(target: Target, amount: Amount): Promise<Load> {
  const { url, headers, body } = target
  const times: number[] = []
  const startedAt = performance.now()
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const options: autocannon.Options = {
      ...{ url, headers, connections, method: 'POST', bailout: 1 },
      ...('seconds' in amount ? { duration: amount.seconds } : { amount: amount.requests }),
      ...(typeof body === 'string' ? { body } : { requests: [{ setupRequest: (request) => ({ ...request, body: body() }) }] }),
    }
    const instance = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)))
    // The tool's own histogram knows whole milliseconds only.
    instance.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds))
  })
  const failures = result.non2xx + result.errors + result.timeouts
  if (failures > 0) throw new Error(`${target.name}: ${failures} requests failed; such a measurement is worth nothing.`)
  if (times.length === 0) throw new Error(`${target.name}: no request was answered in time.`)
  const sorted = Float64Array.from(times).sort()
  const seconds = 'seconds' in amount ? amount.seconds : (performance.now() - startedAt) / 1000
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { requests: times.length, requestsPerSecond: times.length / seconds, p50: at(0.5), p99: at(0.99) }
}
