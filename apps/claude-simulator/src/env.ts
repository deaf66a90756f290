import type { Latency } from './answer/timing.ts'

export interface Environment {
  port: number
  host: string
  latency: Latency
  /** Undefined: the first tier. */
  requestsPerMinute: number | undefined
}

/** Reads the simulator's settings; the message of a mistake is one sentence for the operator. */
export function readEnvironment(values: Record<string, string | undefined> = process.env): Environment | { mistake: string } {
  const port = Number(values.SIM_PORT ?? 8788)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return { mistake: `SIM_PORT must be a whole number from 0 to 65535, not "${values.SIM_PORT}".` }
  const given = values.SIM_LATENCY ?? 'realistic'
  const latency: Latency = given === 'realistic' || given === 'none' ? given : Number(given)
  if (typeof latency === 'number' && !(latency > 0)) {
    return { mistake: `SIM_LATENCY must be "realistic", "none" or a speed factor above 0, not "${given}".` }
  }
  const requests = values.SIM_REQUESTS_PER_MINUTE
  if (requests !== undefined && !(Number(requests) >= 1)) {
    return { mistake: `SIM_REQUESTS_PER_MINUTE must be a number of at least 1, not "${requests}".` }
  }
  return {
    port,
    host: values.HOST ?? '127.0.0.1',
    latency,
    requestsPerMinute: requests === undefined ? undefined : Number(requests),
  }
}
