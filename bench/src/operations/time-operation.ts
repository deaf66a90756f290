// A batch long enough that reading the clock is nothing against it.
const batchMilliseconds = 2
const warmUpShare = 0.3

/** Microseconds of one call: warmed up for a part of the time, then the lower quartile of batches, since other programs only ever add time. */
export function timeOperation(operation: () => unknown, milliseconds: number): number {
  const warmUpEnd = performance.now() + milliseconds * warmUpShare
  let calls = 0
  const warmUpStart = performance.now()
  while (performance.now() < warmUpEnd) {
    consume(operation())
    calls += 1
  }
  const perBatch = Math.max(1, Math.round((calls * batchMilliseconds) / (performance.now() - warmUpStart)))
  const batches: number[] = []
  const end = performance.now() + milliseconds * (1 - warmUpShare)
  while (performance.now() < end || batches.length === 0) {
    const start = performance.now()
    for (let call = 0; call < perBatch; call++) consume(operation())
    batches.push(((performance.now() - start) * 1000) / perBatch)
  }
  return batches.sort((a, b) => a - b)[Math.floor(batches.length / 4)] ?? 0
}

let last: unknown
/** A result that nobody keeps may be optimised away together with its computation. */
function consume(result: unknown): void {
  last = result
  if (last === consume) throw new Error('An operation returned what it cannot know.')
}
