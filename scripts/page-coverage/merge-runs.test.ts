import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeRuns, type ReportedFunction } from './merge-runs.ts'

const reported = (...ranges: [start: number, end: number, count: number][]): ReportedFunction => ({
  ...{ functionName: '', isBlockCoverage: true },
  ranges: ranges.map(([startOffset, endOffset, count]) => ({ startOffset, endOffset, count })),
})

/** One character for each offset: what the merged report says of it. */
function draw(merged: readonly ReportedFunction[], length: number): string {
  const drawn = Array<string>(length).fill('?')
  for (const { startOffset, endOffset, count } of merged.flatMap(({ ranges }) => ranges)) {
    drawn.fill(count > 0 ? 'x' : '.', startOffset, endOffset)
  }
  return drawn.join('')
}

test('what is inside overrides what is around it, whichever is reported first', () => {
  const report = [reported([4, 6, 0]), reported([0, 10, 1], [2, 8, 0]), reported([3, 7, 1])]
  expect(draw(mergeRuns([report], 12), 12)).toBe('xx.x..x.xx..')
})

test('what ran in one run has run, though another did not get there or no longer tells of it', () => {
  const runs = [[reported([0, 10, 1]), reported([2, 4, 1]), reported([6, 8, 0])], [reported([0, 10, 0]), reported([6, 8, 1])], []]
  expect(draw(mergeRuns(runs, 10), 10)).toBe('xxxxxxxxxx')
  expect(draw(mergeRuns([], 4), 4)).toBe('....')
})

test('a run more takes nothing away, and merging twice changes nothing', () => {
  const range = fc.tuple(fc.nat(19), fc.integer({ min: 1, max: 20 }), fc.nat(1)).map(([start, size, count]) => [start, start + size, count])
  const run = fc.array(
    range.map((one) => reported(one as [number, number, number])),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(fc.array(run, { maxLength: 4 }), run, (runs, more) => {
      const before = draw(mergeRuns(runs, 20), 20)
      const after = draw(mergeRuns([...runs, more], 20), 20)
      for (let offset = 0; offset < 20; offset++) if (before[offset] === 'x') expect(after[offset]).toBe('x')
      expect(draw(mergeRuns([mergeRuns([...runs, more], 20)], 20), 20)).toBe(after)
    }),
  )
})
