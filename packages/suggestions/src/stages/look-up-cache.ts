import type { KeyObject } from 'node:crypto'
import { cacheKeyOf } from '../cache-key.ts'
import type { CachedAnswer, Ports } from '../ports.ts'
import type { Assigned, LookedUp } from '../request.ts'

/** A fresh answer ends the way; a stale one is kept in hand for the case that nothing better comes. */
export async function lookUpCache(
  assigned: Assigned,
  ports: Pick<Ports, 'cache' | 'clock'>,
  key: KeyObject,
): Promise<{ state: LookedUp; fresh: CachedAnswer | undefined }> {
  const { suggestion, caller, promptVersion, model } = assigned
  const cacheKey = cacheKeyOf(key, {
    suggestion,
    caller,
    promptVersion,
    model,
    aliasedInput: assigned.aliased.input,
    answerLocale: assigned.answerLocale,
  })
  const found = await ports.cache.get(cacheKey)
  const fresh = found !== undefined && ports.clock.now() < found.freshUntil
  return { state: { ...assigned, cacheKey, stale: fresh ? undefined : found }, fresh: fresh ? found : undefined }
}
