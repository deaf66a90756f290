import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchImpression } from './impression.ts'

type Report = { intersectionRatio: number; intersectionRect: { height: number }; rootBounds: { height: number } | null }

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
const host = new EventTarget()
let report: (ratio: number, more?: Partial<Report>) => void
let disconnected: boolean
let stopWatching: () => void
const onImpression = vi.fn()
const onDwell = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  page.visibilityState = 'visible'
  disconnected = false
  onImpression.mockReset()
  onDwell.mockReset()
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', host)
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: (entries: Report[]) => void) {
        report = (intersectionRatio, more) => callback([{ intersectionRatio, intersectionRect: { height: 0 }, rootBounds: null, ...more }])
      }
      observe() {}
      disconnect() {
        disconnected = true
      }
    },
  )
})

afterEach(() => {
  stopWatching()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const watch = () => {
  stopWatching = watchImpression({} as Element, { onImpression, onDwell })
  return stopWatching
}
const showTab = (visible: boolean) => {
  page.visibilityState = visible ? 'visible' : 'hidden'
  page.dispatchEvent(new Event('visibilitychange'))
}

test('half of it for a second is an impression, once', () => {
  watch()
  report(0.5)
  vi.advanceTimersByTime(999)
  expect(onImpression).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  report(0.2)
  report(0.9)
  vi.advanceTimersByTime(5_000)
  expect(onImpression).toHaveBeenCalledOnce()
})

test('two glances of less than a second are none', () => {
  watch()
  for (let glance = 0; glance < 3; glance++) {
    report(0.8)
    vi.advanceTimersByTime(900)
    report(0.3)
    vi.advanceTimersByTime(900)
  }
  expect(onImpression).not.toHaveBeenCalled()
})

test('time in a hidden tab does not count', () => {
  showTab(false)
  watch()
  report(1)
  vi.advanceTimersByTime(5_000)
  expect(onImpression).not.toHaveBeenCalled()
  showTab(true)
  vi.advanceTimersByTime(1_000)
  expect(onImpression).toHaveBeenCalledOnce()
})

test('a card taller than two windows counts when it fills half of the window', () => {
  watch()
  report(0.2, { intersectionRect: { height: 500 }, rootBounds: { height: 900 } })
  vi.advanceTimersByTime(1_000)
  expect(onImpression).toHaveBeenCalledOnce()
})

test.each([
  ['the page is left', () => host.dispatchEvent(new Event('pagehide'))],
  ['the tab is hidden', () => showTab(false)],
  ['the card goes away', (stop: () => void) => stop()],
])('the dwell time is the sum of the visible times, told once when %s', (_, leave) => {
  const stop = watch()
  report(1)
  vi.advanceTimersByTime(1_500)
  report(0)
  vi.advanceTimersByTime(10_000)
  report(1)
  vi.advanceTimersByTime(500)
  leave(stop)
  expect(onDwell).toHaveBeenCalledExactlyOnceWith(2_000)
  showTab(true)
  stop()
  expect(onDwell).toHaveBeenCalledOnce()
  expect(disconnected).toBe(true)
})

test('without an impression there is no dwell time', () => {
  const stop = watch()
  report(1)
  vi.advanceTimersByTime(500)
  stop()
  expect(onDwell).not.toHaveBeenCalled()
  vi.advanceTimersByTime(5_000)
  expect(onImpression).not.toHaveBeenCalled()
})
