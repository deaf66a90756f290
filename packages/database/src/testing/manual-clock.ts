import type { Clock } from '@inkling/suggestions/ports'

interface Waiter {
  at: number
  wake: () => void
}

/** Moves only when told to. */
export class ManualClock implements Clock {
  #now: number
  #waiters: Waiter[] = []

  constructor(start: number | string = '2026-11-22T12:00:00Z') {
    this.#now = typeof start === 'string' ? Date.parse(start) : start
  }

  now(): number {
    return this.#now
  }

  set(time: string): void {
    this.#now = Date.parse(time)
  }

  /** How many are waiting. */
  get waiting(): number {
    return this.#waiters.length
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds
    const due = this.#waiters.filter((waiter) => waiter.at <= this.#now)
    this.#waiters = this.#waiters.filter((waiter) => waiter.at > this.#now)
    for (const waiter of due) waiter.wake()
  }

  async wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return
    await new Promise<void>((resolve) => {
      const waiter = { at: this.#now + milliseconds, wake: resolve }
      this.#waiters.push(waiter)
      signal?.addEventListener('abort', () => {
        this.#waiters = this.#waiters.filter((each) => each !== waiter)
        resolve()
      })
    })
  }

  timeout(milliseconds: number): { signal: AbortSignal; clear(): void } {
    const controller = new AbortController()
    const waiter = { at: this.#now + milliseconds, wake: () => controller.abort() }
    this.#waiters.push(waiter)
    return {
      signal: controller.signal,
      clear: () => {
        this.#waiters = this.#waiters.filter((each) => each !== waiter)
      },
    }
  }
}
