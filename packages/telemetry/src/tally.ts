import type { Counter } from 'prom-client'

type Labels<Label extends string> = Record<Label, string>

/**
 * Increments of one counter, added up here and handed to prom-client before a scrape: it builds a text of all labels at every increment, and
 * these come ten times with every answer. `key` names the same labels each time; their number is bounded by whoever bounds the labels.
 */
export class Tally<Label extends string> {
  readonly #counter: Counter<Label>
  readonly #series = new Map<string, { labels: Labels<Label>; pending: number }>()

  constructor(counter: Counter<Label>) {
    this.#counter = counter
  }

  increment(key: string, labelsOf: () => Labels<Label>): void {
    const known = this.#series.get(key)
    if (known) known.pending += 1
    else this.#series.set(key, { labels: labelsOf(), pending: 1 })
  }

  flush(): void {
    for (const series of this.#series.values()) {
      if (series.pending > 0) this.#counter.inc(series.labels, series.pending)
      series.pending = 0
    }
  }
}
