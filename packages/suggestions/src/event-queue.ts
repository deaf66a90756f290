/** Events from one producer to at most one reader. A reader that leaves does not stop the producer: its work fills the cache. */
export class EventQueue<Event> implements AsyncIterable<Event> {
  readonly #events: Event[] = []
  #state: { kind: 'open' } | { kind: 'ended' } | { kind: 'failed'; error: unknown } = { kind: 'open' }
  #wake = () => {}
  #abandoned = false

  push(event: Event): void {
    if (this.#abandoned) return
    this.#events.push(event)
    this.#wake()
  }

  end(): void {
    this.#state = { kind: 'ended' }
    this.#wake()
  }

  fail(error: unknown): void {
    this.#state = { kind: 'failed', error }
    this.#wake()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Event> {
    try {
      for (;;) {
        while (this.#events.length > 0) yield this.#events.shift()!
        if (this.#state.kind === 'failed') throw this.#state.error
        if (this.#state.kind === 'ended') return
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
      }
    } finally {
      this.#abandoned = true
      this.#events.length = 0
    }
  }
}
