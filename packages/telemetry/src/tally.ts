import type { Counter } from 'prom-client'

export interface Count {
  /** Not yet with the counter. */
  pending: number
}

type Labels<Label extends string> = Record<Label, string>

/**
 * Increments of one counter, added up here and handed to prom-client before a scrape: it builds a text of all labels at every increment, and
 * these come ten times with every answer. Who increments asks once for a series and keeps it; their number is bounded by whoever bounds the labels.
 */
export class Tally<Label extends string> {
  readonly #counter: Counter<Label>
  readonly #series: { labels: Labels<Label>; count: Count }[] = []

  constructor(counter: Counter<Label>) {
    this.#counter = counter
  }

  /** A new series: ask once for the same labels. */
  series(labels: Labels<Label>): Count {
    const count = { pending: 0 }
    this.#series.push({ labels, count })
    return count
  }

  flush(): void {
    for (const { labels, count } of this.#series) {
      if (count.pending > 0) this.#counter.inc(labels, count.pending)
      count.pending = 0
    }
  }
}
