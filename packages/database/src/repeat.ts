import type { Clock } from '@inkling/suggestions/ports'

export interface Repetition {
  /** Stops; resolves when the work under way has ended. */
  close(): Promise<void>
}

/** Does the work now and then again, each time that long after the last one ended. What it throws goes to `onProblem`. */
export function repeat(
  clock: Clock,
  intervalMs: number | (() => number),
  work: () => Promise<void>,
  onProblem: (problem: unknown) => void,
): Repetition {
  const stop = new AbortController()
  const run = async () => {
    while (!stop.signal.aborted) {
      try {
        await work()
      } catch (problem) {
        onProblem(problem)
      }
      if (stop.signal.aborted) return
      await clock.wait(typeof intervalMs === 'number' ? intervalMs : intervalMs(), stop.signal)
    }
  }
  const running = run()
  return {
    close: async () => {
      stop.abort()
      await running
    },
  }
}
