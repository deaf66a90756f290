import type { Clock } from '@inkling/suggestions/ports'

interface ManualClock extends Clock {
  /** Moves time on and fires what is due, in order. */
  advance(milliseconds: number): void
  readonly timers: number
}

/** A clock that moves only when it is told to. */
export function createManualClock(): ManualClock {
  let time = 0
  const timers = new Set<{ at: number; fire: () => void }>()
  const timeout: Clock['timeout'] = (milliseconds) => {
    const controller = new AbortController()
    const timer = { at: time + milliseconds, fire: () => controller.abort() }
    timers.add(timer)
    return { signal: controller.signal, clear: () => void timers.delete(timer) }
  }
  return {
    now: () => time,
    wait: (milliseconds) => new Promise((resolve) => timeout(milliseconds).signal.addEventListener('abort', () => resolve())),
    timeout,
    get timers() {
      return timers.size
    },
    advance(milliseconds) {
      const end = time + milliseconds
      for (;;) {
        const due = [...timers].filter(({ at }) => at <= end).sort((left, right) => left.at - right.at)[0]
        if (!due) break
        timers.delete(due)
        time = due.at
        due.fire()
      }
      time = end
    },
  }
}
