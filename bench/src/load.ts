import autocannon from 'autocannon'

export interface Target {
  name: string
  url: string
  headers: Record<string, string>
  /** One body, or a fresh one for each request. */
  body: string | (() => string)
}

export interface Measurement {
  requestsPerSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
}

// Enough to keep the server's core busy, few enough that waiting in line does not drown the latency.
const connections = 20

/** Load for that many seconds. Rejects when anything but 2xx came back: a benchmark of errors is worthless. */
export async function load(target: Target, seconds: number): Promise<Measurement> {
  const { body } = target
  const common = { url: target.url, method: 'POST' as const, headers: target.headers, connections, duration: seconds }
  const result =
    typeof body === 'string'
      ? await autocannon({ ...common, body })
      : await autocannon({ ...common, requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, body: body() }) }] })
  const failures = result.non2xx + result.errors + result.timeouts
  if (failures > 0) throw new Error(`${target.name}: ${failures} of ${result.requests.total} requests failed.`)
  return { requestsPerSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 }
}
