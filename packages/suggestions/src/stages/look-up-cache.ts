import type { KnownCacheKeys } from '../cache-key.ts'
import type { CachedAnswer, FlightLeader, Ports } from '../ports.ts'
import type { Assigned, LookedUp } from '../request.ts'

/** A fresh answer ends the way; a stale one is kept in hand for the case that nothing better comes. */
export async function lookUpCache(
  assigned: Assigned,
  ports: Pick<Ports, 'cache' | 'clock'>,
  keys: KnownCacheKeys,
): Promise<{ state: LookedUp; fresh: CachedAnswer | undefined }> {
  const { suggestion, caller, promptVersion, model, answerLocale, contextKey } = assigned
  const request = { suggestion, caller, promptVersion, model, answerLocale, aliasedInput: assigned.aliased.input }
  const cacheKey = keys.keyOf(request, contextKey)
  const found = await ports.cache.get(cacheKey)
  const fresh = found !== undefined && ports.clock.now() < found.freshUntil
  return { state: { ...assigned, cacheKey, stale: fresh ? undefined : found }, fresh: fresh ? found : undefined }
}

/**
 * Whoever comes to lead looks once more: between its look-up and its lead another flight may have ended, and a second call would buy the
 * same answer again. What is found goes to those who follow already.
 */
export async function lookAgain(
  state: LookedUp,
  ports: Pick<Ports, 'cache' | 'clock'>,
  leader: FlightLeader,
): Promise<{ fresh: CachedAnswer | undefined }> {
  const found = await ports.cache.get(state.cacheKey)
  if (!found || ports.clock.now() >= found.freshUntil) return { fresh: undefined }
  const { items, ...answer } = found
  for (const [index, item] of items.entries()) leader.publish(index, item)
  leader.finish({ outcome: 'answered', answer, complete: true })
  return { fresh: found }
}
