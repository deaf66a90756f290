import type { Histogram, Registry } from 'prom-client'

type Labels<Label extends string> = Record<Label, string>

/** Observations under one set of labels. */
export class HistogramSeries {
  readonly labels: Labels<string>
  /** How many were at most the bound of the same index, and above the one before; the last: above all bounds. */
  readonly counts: number[]
  sum = 0
  readonly #bounds: readonly number[]

  constructor(labels: Labels<string>, bounds: readonly number[]) {
    this.labels = labels
    this.counts = [...bounds, Number.POSITIVE_INFINITY].map(() => 0)
    this.#bounds = bounds
  }

  observe(value: number): void {
    let index = 0
    while (index < this.#bounds.length && value > this.#bounds[index]!) index += 1
    this.counts[index]! += 1
    this.sum += value
  }
}

/**
 * A histogram that a registry of prom-client prints as one of its own. That one's builds a text of all labels and of the bucket's bound at every
 * observation, and half a dozen come with every answer; here a series is asked for once and kept by whoever observes.
 */
export class TalliedHistogram<Label extends string = never> {
  readonly type = 'histogram'
  readonly aggregator = 'sum'
  readonly name: string
  readonly help: string
  readonly #bounds: readonly number[]
  readonly #series: HistogramSeries[] = []

  /** `bounds`: upper ones, rising. */
  constructor(name: string, help: string, bounds: readonly number[], registry: Registry) {
    this.name = name
    this.help = help
    this.#bounds = bounds
    // The registry's type knows prom-client's four classes only; it reads nothing but what stands here.
    registry.registerMetric(this as unknown as Histogram)
  }

  /** A new series: ask once for the same labels. */
  series(labels: Labels<Label>): HistogramSeries {
    const series = new HistogramSeries(labels, this.#bounds)
    this.#series.push(series)
    return series
  }

  /** What a scrape prints; buckets count from the lowest bound up. */
  async get() {
    return {
      name: this.name,
      help: this.help,
      type: this.type,
      aggregator: this.aggregator,
      values: this.#series.flatMap((each) => this.#valuesOf(each)),
    }
  }

  #valuesOf({ labels, counts, sum }: HistogramSeries) {
    let count = 0
    const buckets = counts.map((more, index) => {
      count += more
      return { metricName: `${this.name}_bucket`, labels: { le: this.#bounds[index] ?? '+Inf', ...labels }, value: count }
    })
    return [...buckets, { metricName: `${this.name}_sum`, labels, value: sum }, { metricName: `${this.name}_count`, labels, value: count }]
  }
}
