import type { LoadRun } from './run-load.ts'
import type { Seen } from './user.ts'

export interface Verdict {
  name: string
  value: number
  /** What the value must stay below. */
  bound: number
  unit: '%' | 'ms'
  kept: boolean
}

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** What was promised to people, and whether this run kept it. A value that was not measured is not kept. */
export function judge({ seen, errors }: LoadRun): Verdict[] {
  const of = (source: string) => seen.filter((each) => each.source === source)
  const complete = (answers: readonly Seen[]) =>
    percentile(
      answers.map((each) => each.complete),
      0.95,
    )
  const live = of('claude')
  const firstItems = live.flatMap(({ firstItem }) => (firstItem === undefined ? [] : [firstItem]))
  const failed = [...errors.values()].reduce((sum, count) => sum + count, 0)
  const share = (count: number) => (100 * count) / (seen.length + failed)
  const verdicts: Omit<Verdict, 'kept'>[] = [
    { name: 'templates of all answers', value: share(of('template').length), bound: 1, unit: '%' },
    { name: 'errors of all asks', value: share(failed), bound: 0.01, unit: '%' },
    { name: 'cached answer, p95', value: complete(of('cache')), bound: 50, unit: 'ms' },
    { name: 'first item of a live answer, p95', value: percentile(firstItems, 0.95), bound: 2_000, unit: 'ms' },
    { name: 'complete live answer, p95', value: complete(live), bound: 6_000, unit: 'ms' },
    { name: 'any answer, complete, p95', value: complete(seen), bound: 3_000, unit: 'ms' },
  ]
  return verdicts.map((verdict) => ({ ...verdict, kept: verdict.value < verdict.bound }))
}
