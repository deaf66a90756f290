import type { Clock } from './ports.ts'

/** Until the caller has left, or the deadline has come: for waiting, not for calls. */
export function whileWanted(deadline: Deadline, left: AbortSignal | undefined): Deadline {
  return left === undefined ? deadline : { ...deadline, signal: AbortSignal.any([deadline.signal, left]) }
}

export interface Deadline {
  signal: AbortSignal
  /** Milliseconds left. */
  remaining(): number
}

/** One deadline from now on; `clear` frees its timer. */
export function startDeadline(clock: Clock, milliseconds: number): Deadline & { clear(): void } {
  const timeout = clock.timeout(milliseconds)
  const startedAt = clock.now()
  return { signal: timeout.signal, remaining: () => milliseconds - (clock.now() - startedAt), clear: () => timeout.clear() }
}
