/** Runs operations against a Redis that may be away or frozen. */
export interface RedisGuard {
  /**
   * The operation's result, or `undefined` when Redis did not answer within the time. Never rejects. While the circuit is open
   * it does not call the operation and costs nothing. `key` is one that the operation touches: if it fails, probes ask for that
   * key, so that in a cluster they reach the part that failed.
   */
  run<Result>(key: string, operation: () => Promise<Result>): Promise<Result | undefined>
  readonly open: boolean
}

/** After a failed probe the next one waits this long: a frozen Redis then sees at most two commands a second from each process. */
const probeIntervalMs = 500

const unanswered = Symbol('unanswered')

/**
 * The first operation that fails or takes longer than `timeoutMs` opens the circuit. From then on only probes are sent, one at a
 * time and never on a caller's path; the first that answers within `timeoutMs` closes it.
 */
export function createRedisGuard({
  probe,
  timeoutMs,
  now = () => performance.now(),
}: {
  probe: (key: string) => Promise<unknown>
  timeoutMs: number
  now?: () => number
}): RedisGuard {
  let circuit: { state: 'closed' } | { state: 'probing' } | { state: 'open'; key: string; probeAt: number } = { state: 'closed' }

  function sendProbe(key: string): void {
    circuit = { state: 'probing' }
    const startedAt = now()
    // A frozen server leaves this pending until the socket ends: until then nothing more is sent to it.
    attempt(() => probe(key)).then(
      () => {
        circuit = now() - startedAt <= timeoutMs ? { state: 'closed' } : { state: 'open', key, probeAt: now() }
      },
      () => {
        circuit = { state: 'open', key, probeAt: now() + probeIntervalMs }
      },
    )
  }

  return {
    get open() {
      return circuit.state !== 'closed'
    },
    async run(key, operation) {
      if (circuit.state === 'open' && now() >= circuit.probeAt) sendProbe(circuit.key)
      if (circuit.state !== 'closed') return undefined
      const result = await within(timeoutMs, attempt(operation))
      if (result !== unanswered) return result
      if (circuit.state === 'closed') sendProbe(key)
      return undefined
    },
  }
}

/** A client that throws instead of rejecting counts as a rejection. */
async function attempt<Result>(operation: () => Promise<Result>): Promise<Result> {
  return operation()
}

// Short against any time-out here, long enough that one timer serves almost every operation.
const sliceMs = 20

/**
 * The time is counted in slices, between which answers are read: when this process stalls, as it does in a burst, that is one slice, and
 * not a Redis that is away.
 */
function within<Result>(milliseconds: number, operation: Promise<Result>): Promise<Result | typeof unanswered> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined
    const settle = (result: Result | typeof unanswered) => {
      clearTimeout(timer)
      resolve(result)
    }
    const waitFor = (left: number) => {
      timer = setTimeout(() => (left > sliceMs ? waitFor(left - sliceMs) : setImmediate(settle, unanswered)), Math.min(left, sliceMs))
    }
    waitFor(milliseconds)
    operation.then(settle, () => settle(unanswered))
  })
}
