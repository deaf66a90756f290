/** After a failed probe the next one waits this long. */
const probeIntervalMs = 250

/**
 * What this process knows of Postgres. Whoever meets one that does not answer has waited for it; until a probe has been answered nobody else
 * waits. Probes go out when somebody asks, one at a time and on nobody's way.
 */
export class Availability {
  readonly #probe: () => Promise<boolean>
  readonly #now: () => number
  #state: 'up' | 'away' | 'probing' = 'up'
  #probeAt = 0

  /** `probe` never rejects and ends by itself. */
  constructor(probe: () => Promise<boolean>, now: () => number = () => performance.now()) {
    this.#probe = probe
    this.#now = now
  }

  /** Whether a call is worth its time. */
  get isUp(): boolean {
    if (this.#state === 'away' && this.#now() >= this.#probeAt) this.#ask()
    return this.#state === 'up'
  }

  /** A call was not answered. */
  lost(): void {
    if (this.#state === 'up') this.#ask()
  }

  #ask(): void {
    this.#state = 'probing'
    void this.#probe().then((answered) => {
      this.#state = answered ? 'up' : 'away'
      this.#probeAt = this.#now() + probeIntervalMs
    })
  }
}
