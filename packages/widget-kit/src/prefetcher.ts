import type { AnswerMeta } from '@inkling/contracts'
import type { InklingEvent } from './inkling-event.ts'
import type { SuggestionEntry } from './suggestion-entry.ts'

export interface Prefetcher {
  /** Asks ahead of the moment of showing, where that is welcome; a question that was asked already is left alone. */
  prefetch(entry: Pick<SuggestionEntry<unknown>, 'getSnapshot' | 'subscribe'>, notify: (event: InklingEvent) => void): void
  /** Learns from an answer whether asking ahead makes sense. */
  heed(meta: AnswerMeta): void
}

// Asking ahead costs money that perhaps nobody wanted to spend: a list of links must not ask for each, nor a page all day.
const maxPerMinute = 5
const maxPerPage = 15
// Who has not come by then, did not mean it. Until then the answer waits, and whoever shows it asks nothing.
const keepMilliseconds = 120_000

export function createPrefetcher(allowed: boolean): Prefetcher {
  let welcome = allowed
  const asked: number[] = []

  return {
    prefetch(entry, notify) {
      const now = Date.now()
      const recently = asked.filter((at) => at > now - 60_000).length
      if (!welcome || savesData() || recently >= maxPerMinute || asked.length >= maxPerPage) return
      if (entry.getSnapshot().state.status !== 'idle') return
      asked.push(now)
      setTimeout(
        entry.subscribe(() => {}, notify),
        keepMilliseconds,
      )
    },
    heed({ reason }) {
      // The user's new spending is withheld for today: asking ahead would only bring templates.
      if (reason === 'sampled-out') welcome = false
    },
  }
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } }
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches
}
