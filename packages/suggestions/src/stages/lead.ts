import { type FallbackReason, offReasons } from '@inkling/contracts'
import type { Deadline } from '../deadline.ts'
import type { Delivery } from '../delivery.ts'
import type { CachedAnswer, FlightLeader, Ports } from '../ports.ts'
import type { LookedUp } from '../request.ts'
import { type Generated, generate } from './generate.ts'

// Refusals that hold for this caller alone: another one in the same flight may be allowed to spend.
const personalRefusals: readonly unknown[] = ['budget-exhausted', 'budget-held', 'sampled-out']
// Stale copies are kept as long again as the answer was fresh, but a day at least: they are what is shown when Claude is away.
const leastStaleSeconds = 24 * 60 * 60

/** One upstream call for everybody who asks the same: items go to the own caller, to the followers and, if the answer is whole, to the cache. */
export async function lead(
  state: LookedUp,
  ports: Ports,
  deadline: Deadline,
  leader: FlightLeader,
  delivery: Delivery,
): Promise<Generated> {
  // An heir of the lead has shown items of its predecessor, and goes on after them.
  const items = delivery.modelItems
  const generated = await generate(state, ports, deadline, (item) => {
    if (!delivery.showModelItem(state, item)) return false
    leader.publish(items.length - 1, item)
    return true
  })
  const answer = describe(state, ports)
  const enough = items.length >= state.minimumItems
  if (generated.finished && enough) {
    const staleSeconds = Math.max(state.suggestion.cacheSeconds, leastStaleSeconds)
    await ports.cache.set(state.cacheKey, { ...answer, items: [...items] }, staleSeconds)
  }
  if (items.length > 0) leader.finish({ outcome: 'answered', answer, complete: generated.finished && enough })
  else {
    const reason = fallbackReasonOf(generated)
    const end = { outcome: 'failed', reason } as const
    // A caller who has left without an answer leaves the lead to somebody who still waits.
    const mayBeInherited = personalRefusals.includes(reason) || state.left?.().aborted === true
    if (!mayBeInherited || !leader.handOver(end)) leader.finish(end)
  }
  return generated
}

function describe(state: LookedUp, ports: Pick<Ports, 'clock' | 'model'>): Omit<CachedAnswer, 'items'> {
  const now = ports.clock.now()
  return {
    answerId: state.suggestionId,
    model: state.model,
    variant: state.prompt.variant,
    promptVersion: state.promptVersion,
    simulated: ports.model.simulated,
    createdAt: now,
    freshUntil: now + state.suggestion.cacheSeconds * 1000,
  }
}

function fallbackReasonOf({ reason }: Generated): FallbackReason {
  if (reason === undefined) return 'invalid-output'
  return (offReasons as readonly string[]).includes(reason) ? 'breaker-open' : (reason as FallbackReason)
}
