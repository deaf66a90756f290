import { Counter, Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { Tally } from './tally.ts'

test('what was counted is there once after each flush, and goes on from there', async () => {
  const registry = new Registry()
  const tally = new Tally(new Counter({ name: 'answers_total', help: 'x', labelNames: ['source'], registers: [registry] }))
  const count = (source: string) => tally.increment(source, () => ({ source }))
  count('cache')
  count('cache')
  count('claude')
  tally.flush()
  tally.flush()
  count('cache')
  tally.flush()
  const text = await registry.metrics()
  expect(text).toContain('answers_total{source="cache"} 3')
  expect(text).toContain('answers_total{source="claude"} 1')
})
