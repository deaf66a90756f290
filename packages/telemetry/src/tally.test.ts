import { Counter, Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { Tally } from './tally.ts'

test('what was counted is there once after each flush, and goes on from there', async () => {
  const registry = new Registry()
  const tally = new Tally(new Counter({ name: 'answers_total', help: 'x', labelNames: ['source'], registers: [registry] }))
  const [cache, claude] = [tally.series({ source: 'cache' }), tally.series({ source: 'claude' })]
  cache.pending += 2
  claude.pending += 1
  tally.flush()
  tally.flush()
  cache.pending += 1
  tally.flush()
  const text = await registry.metrics()
  expect(text).toContain('answers_total{source="cache"} 3')
  expect(text).toContain('answers_total{source="claude"} 1')
})
