import { expect, test } from 'vitest'
import { systemClock, systemRandomness } from './system-ports.ts'

test('ids are UUIDs of version 7, of this moment, and no two are alike', () => {
  const before = Date.now()
  const ids = Array.from({ length: 5_000 }, () => systemRandomness.uuid())
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const at = Number.parseInt(id.replace('-', '').slice(0, 12), 16)
    expect(at).toBeGreaterThanOrEqual(before)
    expect(at).toBeLessThanOrEqual(Date.now())
  }
})

test('hexadecimal characters come in the number asked for', () => {
  expect(systemRandomness.hex(23)).toMatch(/^[0-9a-f]{23}$/)
  expect(systemRandomness.fraction()).toBeLessThan(1)
})

test('waiting ends at once when the signal is aborted, before or during the wait', async () => {
  await systemClock.wait(60_000, AbortSignal.abort())
  const leaving = new AbortController()
  const waiting = systemClock.wait(60_000, leaving.signal)
  leaving.abort()
  await waiting
})

test('a time-out aborts its signal, and a cleared one never does', async () => {
  const { signal } = systemClock.timeout(0)
  await new Promise((resolve) => signal.addEventListener('abort', resolve))
  const cleared = systemClock.timeout(0)
  cleared.clear()
  await systemClock.wait(5)
  expect(cleared.signal.aborted).toBe(false)
})
