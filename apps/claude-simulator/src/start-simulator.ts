import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createBill } from './accounting/bill.ts'
import { createPromptCache } from './accounting/prompt-cache.ts'
import { createRateLimiter, firstTier, type RateLimits } from './accounting/rate-limits.ts'
import { createTiming, type Latency } from './answer/timing.ts'
import { route } from './api/route.ts'
import type { Simulation } from './api/simulation.ts'
import { createFaultRules } from './faults/fault-rules.ts'

export interface SimulatorOptions {
  /** 0 takes any free port. */
  port?: number
  /** 127.0.0.1 if absent. */
  host?: string
  /** `none` if absent. */
  latency?: Latency
  /** Limits a minute for each model; the first tier of Haiku 5.5 if absent. */
  rateLimits?: Partial<RateLimits>
  /** Where requests run that do not say; `global` if absent. */
  defaultInferenceGeo?: 'global' | 'us'
  /** Decides the draws of latency and of faults with a probability. */
  seed?: string
  /** Milliseconds since 1970. */
  now?: () => number
}

export interface Simulator {
  /** What a client takes as its base URL. */
  url: string
  port: number
  /** Ends open connections and resolves when the port is free. */
  close(): Promise<void>
}

/** Starts a simulator. Rejects with the system's error when the port cannot be taken. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { host = '127.0.0.1', latency = 'none', seed = 'inkling', now = Date.now } = options
  const simulation: Simulation = {
    now,
    timing: createTiming(latency, seed),
    bill: createBill(now),
    cache: createPromptCache(now),
    limiter: createRateLimiter({ ...firstTier, ...options.rateLimits }, now),
    faults: createFaultRules(seed),
    defaultInferenceGeo: options.defaultInferenceGeo ?? 'global',
    requests: [],
  }
  const server = createServer((request, response) => {
    // A request that breaks off has no one left to answer.
    route(simulation, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)))
        server.closeAllConnections()
      }),
  }
}
