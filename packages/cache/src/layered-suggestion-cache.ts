import type { SuggestionCache } from '@inkling/suggestions/ports'

/**
 * Process memory in front of a store that all replicas see. Only shared, fresh answers enter memory; one user's answers never do, so
 * forgetting a user needs no message to other replicas. `memory` must keep entries for at most ten seconds: that is how long a
 * purge made on another replica may take to bite here.
 */
export function createLayeredSuggestionCache({ memory, store }: { memory: SuggestionCache; store: SuggestionCache }): SuggestionCache {
  return {
    async get(key) {
      if (key.scope.kind !== 'shared') return store.get(key)
      const near = await memory.get(key)
      if (near) return near
      const far = await store.get(key)
      if (far) await memory.set(key, far, freshOnly)
      return far
    },
    async set(key, answer, staleSeconds) {
      if (key.scope.kind === 'shared') await memory.set(key, answer, freshOnly)
      await store.set(key, answer, staleSeconds)
    },
    async invalidateUser(product, userKey) {
      return store.invalidateUser(product, userKey)
    },
    async purge(target) {
      // Memory last: otherwise a look-up between the two would bring the answer back from the store.
      const far = await store.purge(target)
      const near = await memory.purge(target)
      return far === undefined ? undefined : Math.max(far, near ?? 0)
    },
    async close() {
      await Promise.all([memory.close(), store.close()])
    },
  }
}

// A stale answer in memory would hide the fresh one that another replica has written to the store.
const freshOnly = 0
