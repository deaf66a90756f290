// Together some 30 % of the calls, of which a good third count as failures: just below what opens the breaker, which would hide the rest.
const faults = [
  { kind: 'status', status: 500, probability: 0.01 },
  { kind: 'status', status: 529, probability: 0.01 },
  { kind: 'status', status: 504, probability: 0.01 },
  { kind: 'status', status: 400, probability: 0.01 },
  { kind: 'status', status: 429, retryAfter: 0.05, probability: 0.01 },
  { kind: 'delay-headers', delayMs: 12_000, probability: 0.01 },
  { kind: 'delay-body', delayMs: 12_000, probability: 0.01 },
  { kind: 'cut-stream', afterBytes: 900, probability: 0.02 },
  { kind: 'cut-stream', afterBytes: 60, probability: 0.01 },
  { kind: 'reset', afterBytes: 900, probability: 0.01 },
  { kind: 'error-event', status: 529, probability: 0.01 },
  { kind: 'refusal', probability: 0.03 },
  { kind: 'truncated', probability: 0.03 },
  { kind: 'invalid-json', probability: 0.03 },
  { kind: 'foreign-candidate', probability: 0.02 },
  { kind: 'personal-data', probability: 0.02 },
]

/** Shorter than the simulator's delays: they are time-outs. */
export const timeoutMs = 8_000

export async function setFaults(simulatorUrl: string, active: boolean): Promise<void> {
  const response = await fetch(`${simulatorUrl}/_sim/faults`, { method: 'PUT', body: JSON.stringify({ rules: active ? faults : [] }) })
  if (!response.ok) throw new Error(await response.text())
}
