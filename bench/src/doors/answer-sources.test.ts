import { expect, test } from 'vitest'
import { expectSource } from './answer-sources.ts'
import type { Target } from './targets.ts'

const target: Target = {
  ...{ key: 'plain', name: 'cached, plain HTTP', url: 'http://127.0.0.1/', headers: {}, body: '{}', answersFrom: 'cache' },
  process: { read: async () => ({ cpuMicroseconds: 0, heapBytes: 0, residentBytes: 0 }) },
}
const before = new Map([
  ['cache', 10],
  ['claude', 3],
])

test('a load whose answers all came from the expected source counts', () => {
  expect(() => expectSource(target, 5, before, new Map([...before, ['cache', 16]]))).not.toThrow()
})

test('one answer from elsewhere makes the load worthless, and the sentence says from where', () => {
  const after = new Map([...before, ['cache', 20], ['template (rate-limited)', 1]] as [string, number][])
  expect(() => expectSource(target, 5, before, after)).toThrow(
    'cached, plain HTTP: of 5 answers all must come from cache, but the server counted 10 from cache, 1 from template (rate-limited).',
  )
})

test('fewer answers than responses means that some responses were errors', () => {
  expect(() => expectSource(target, 5, before, new Map([...before, ['cache', 14]]))).toThrow('counted 4 from cache')
  expect(() => expectSource(target, 5, before, before)).toThrow('counted none')
})
