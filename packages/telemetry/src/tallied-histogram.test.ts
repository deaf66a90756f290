import fc from 'fast-check'
import { Histogram, Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { TalliedHistogram } from './tallied-histogram.ts'

const bounds = [0.001, 0.05, 1, 10]

test('a scrape reads as that of prom-client does, whatever was observed', async () => {
  const observation = fc.record({
    stage: fc.constantFrom('admit', 'a "quoted" one', 'two\nlines'),
    value: fc.oneof(fc.constantFrom(0, ...bounds), fc.double({ min: 0, max: 20, noNaN: true })),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(observation), async (observations) => {
      const [theirs, ours] = [new Registry(), new Registry()]
      const expected = new Histogram({ name: 'x_seconds', help: 'A "help".', buckets: bounds, labelNames: ['stage'], registers: [theirs] })
      const histogram = new TalliedHistogram<'stage'>('x_seconds', 'A "help".', bounds, ours)
      const series = new Map<string, ReturnType<typeof histogram.series>>()
      for (const { stage, value } of observations) {
        expected.observe({ stage }, value)
        if (!series.has(stage)) series.set(stage, histogram.series({ stage }))
        series.get(stage)!.observe(value)
      }
      expect(await ours.metrics()).toBe(await theirs.metrics())
    }),
  )
})

test('a series without labels is there before its first observation, as that of prom-client is', async () => {
  const [theirs, ours] = [new Registry(), new Registry()]
  new Histogram({ name: 'x_seconds', help: 'x', buckets: bounds, registers: [theirs] })
  new TalliedHistogram('x_seconds', 'x', bounds, ours).series({})
  expect(await ours.metrics()).toBe(await theirs.metrics())
})
