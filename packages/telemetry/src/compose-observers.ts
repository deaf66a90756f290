import type { Observer } from '@inkling/suggestions/ports'

/**
 * Several observers as one, told in this order. An observer that throws neither breaks the request nor keeps the others from the event:
 * the error goes to `onFault`, once per observer, since a defect that is there at one event is there at thousands.
 */
export function composeObservers(observers: readonly Observer[], onFault: (error: unknown) => void = () => {}): Observer {
  const faulty = new Set<Observer>()

  function report(observer: Observer, error: unknown): void {
    if (faulty.has(observer)) return
    faulty.add(observer)
    try {
      onFault(error)
    } catch {
      // Nobody is left to tell.
    }
  }

  return {
    on(event) {
      for (const observer of observers) {
        try {
          observer.on(event)
        } catch (error) {
          report(observer, error)
        }
      }
    },
  }
}
