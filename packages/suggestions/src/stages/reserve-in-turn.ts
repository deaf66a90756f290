import type { Product } from '@inkling/contracts'
import type { Deadline } from '../deadline.ts'
import type { Ports, RateLine } from '../ports.ts'
import type { ReserveResult } from './reserve.ts'

// A gate that says "at once" and still refuses must not be asked in a loop without a pause.
const leastPauseMs = 25

type RateRefusal = Extract<ReserveResult, { refusal: unknown }> & { retryAfterMs: number }

/**
 * A refusal for the rate is waited for, in a line of the product's callers, where the deadline allows; any other is final. A wait that
 * would pass the deadline is not begun. Who leaves at its deadline leaves the line.
 */
export async function reserveInTurn(
  product: Product,
  deadline: Deadline,
  { clock, places }: Pick<Ports, 'clock' | 'places'>,
  ask: (line: RateLine) => Promise<ReserveResult>,
): Promise<ReserveResult> {
  const mayWait = (result: ReserveResult): result is RateRefusal =>
    'refusal' in result &&
    result.refusal === 'rate-limited' &&
    result.retryAfterMs !== undefined &&
    result.retryAfterMs < deadline.remaining() &&
    !deadline.signal.aborted

  const ahead = places.waiting(product)
  let result = await ask({ ahead, behind: 0, patienceMs: deadline.remaining() })
  if (!mayWait(result)) return result
  const due = clock.now() + result.retryAfterMs
  const turn = await places.first(product, deadline.signal)
  if (!turn) return result
  try {
    // What the gate said to somebody in the middle of the line was for that place alone.
    if (ahead === 0 && due > clock.now()) await clock.wait(due - clock.now(), deadline.signal)
    for (;;) {
      if (deadline.signal.aborted) return result
      result = await ask({ ahead: 0, behind: places.waiting(product) - 1, patienceMs: deadline.remaining() })
      if (!mayWait(result)) return result
      await clock.wait(Math.max(leastPauseMs, result.retryAfterMs), deadline.signal)
    }
  } finally {
    turn.free()
  }
}
