import type { Deadline } from '../deadline.ts'
import type { Delivery } from '../delivery.ts'
import type { FlightEnd, FlightEvent, FlightLeader } from '../ports.ts'
import type { LookedUp } from '../request.ts'

export type Followed = { end: FlightEnd } | { leader: FlightLeader }

/** Takes a leader's items as they come, until the flight ends, the lead comes over, or the own deadline does. */
export async function follow(
  state: LookedUp,
  events: AsyncIterable<FlightEvent>,
  deadline: Deadline,
  delivery: Delivery,
): Promise<Followed> {
  const iterator = events[Symbol.asyncIterator]()
  const late = onAbort(deadline.signal)
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), late.promise])
      if (next === 'aborted') return { end: { outcome: 'failed', reason: 'timeout' } }
      if (next.done) return { end: { outcome: 'failed', reason: 'upstream-error' } }
      const event = next.value
      if (event.type === 'end') return { end: event.end }
      if (event.type === 'lead') return { leader: event.leader }
      delivery.showModelItem(state, event.item)
    }
  } finally {
    late.forget()
    // Not awaited: an iterator that waits for its next item would return only with that item.
    void iterator.return?.()
  }
}

function onAbort(signal: AbortSignal): { promise: Promise<'aborted'>; forget(): void } {
  let listener = () => {}
  const promise = new Promise<'aborted'>((resolve) => {
    listener = () => resolve('aborted')
    if (signal.aborted) listener()
    else signal.addEventListener('abort', listener, { once: true })
  })
  return { promise, forget: () => signal.removeEventListener('abort', listener) }
}
