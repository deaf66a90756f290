import type { Clock } from '../ports.ts'

/** A clock that stands still until `advance`; timers fire in the order of their time. */
export class ManualClock implements Clock {
  #now: number
  readonly #timers = new Set<{ at: number; fire(): void }>()

  constructor(now = Date.UTC(2026, 10, 22, 12)) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve()
      const cancel = this.#schedule(milliseconds, resolve)
      signal?.addEventListener('abort', () => {
        cancel()
        resolve()
      })
    })
  }

  timeout(milliseconds: number): { signal: AbortSignal; clear(): void } {
    const controller = new AbortController()
    return { signal: controller.signal, clear: this.#schedule(milliseconds, () => controller.abort()) }
  }

  /** Moves time on and lets everything that was waiting run. */
  async advance(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds
    for (;;) {
      await settled()
      const next = [...this.#timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.#now = Math.max(this.#now, next.at)
      this.#timers.delete(next)
      next.fire()
    }
    this.#now = until
    await settled()
  }

  #schedule(milliseconds: number, fire: () => void): () => void {
    const timer = { at: this.#now + milliseconds, fire }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }
}

/** Lets every promise that can settle without time passing do so. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
