import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPrefetcher, type Prefetcher } from './prefetcher.ts'

let prefetcher: Prefetcher
let kept: number
let asked: number

const question = (status: 'idle' | 'loading' | 'ready' = 'idle') => ({
  getSnapshot: () => ({ state: { status, items: [] } as never, marks: new Map(), rating: 0, reported: false, generation: 0 }),
  subscribe: () => {
    asked++
    kept++
    return () => {
      kept--
    }
  },
})
const prefetch = (times: number) => {
  for (let time = 0; time < times; time++) prefetcher.prefetch(question(), () => {})
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  prefetcher = createPrefetcher(true)
  kept = asked = 0
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('at most five questions a minute and fifteen a page are asked ahead', () => {
  prefetch(8)
  expect(asked).toBe(5)
  for (const expected of [10, 15, 15, 15]) {
    vi.advanceTimersByTime(60_001)
    prefetch(8)
    expect(asked).toBe(expected)
  }
})

test('an answer waits for two minutes, and is forgotten when nobody came', () => {
  prefetch(1)
  vi.advanceTimersByTime(119_000)
  expect(kept).toBe(1)
  vi.advanceTimersByTime(2_000)
  expect(kept).toBe(0)
})

test('what has been asked for is not asked again, and does not count', () => {
  for (const status of ['loading', 'ready'] as const) for (let time = 0; time < 9; time++) prefetcher.prefetch(question(status), () => {})
  expect(asked).toBe(0)
  prefetch(5)
  expect(asked).toBe(5)
})

test.each<[string, () => void]>([
  [
    'without consent',
    () => {
      prefetcher = createPrefetcher(false)
    },
  ],
  [
    'for whom the server has sampled out',
    () => prefetcher.heed({ source: 'template', reason: 'sampled-out', createdAt: '', requestId: '' }),
  ],
  ['where the browser saves data', () => vi.stubGlobal('navigator', { connection: { saveData: true } })],
  ['where the system asks to save data', () => vi.stubGlobal('matchMedia', () => ({ matches: true }))],
])('nothing is asked ahead %s', (_, arrange) => {
  arrange()
  prefetch(1)
  expect(asked).toBe(0)
})

test('a template for another reason is no reason to stop', () => {
  prefetcher.heed({ source: 'template', reason: 'timeout', createdAt: '', requestId: '' })
  prefetch(1)
  expect(asked).toBe(1)
})
