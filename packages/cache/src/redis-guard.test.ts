import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRedisGuard } from './redis-guard.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

const never = () => new Promise<string>(() => {})
const refuse = async () => {
  throw new Error('connection is closed')
}

function setUp(probe: (key: string) => Promise<unknown>) {
  const probes = vi.fn(probe)
  return { guard: createRedisGuard({ probe: probes, timeoutMs: 50 }), probes }
}

test('passes results on while Redis answers', async () => {
  const { guard, probes } = setUp(async () => 1)
  expect(await guard.run('k', async () => 'value')).toBe('value')
  expect(guard.open).toBe(false)
  expect(probes).not.toHaveBeenCalled()
})

test('an operation that throws at once counts as failed, and never rejects', async () => {
  const { guard } = setUp(never)
  const result = await guard.run('k', () => {
    throw new Error('not ready')
  })
  expect(result).toBeUndefined()
  expect(guard.open).toBe(true)
})

test('while nobody answers it sends one probe, for the key that failed, and calls nothing else', async () => {
  const { guard, probes } = setUp(never)
  const first = guard.run('k', never)
  await vi.advanceTimersByTimeAsync(60)
  expect(await first).toBeUndefined()
  const operation = vi.fn(never)
  for (let call = 0; call < 100; call += 1) expect(await guard.run('other', operation)).toBeUndefined()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await guard.run('other', operation)).toBeUndefined()
  expect(operation).not.toHaveBeenCalled()
  expect(probes.mock.calls).toEqual([['k']])
})

test('a probe that answers in time closes the circuit', async () => {
  const { guard } = setUp(async () => 1)
  expect(await guard.run('k', refuse)).toBeUndefined()
  await vi.advanceTimersByTimeAsync(0)
  expect(guard.open).toBe(false)
  expect(await guard.run('k', async () => 'value')).toBe('value')
})

test('a probe that is refused is repeated after a pause, when somebody asks', async () => {
  let refused = true
  const { guard, probes } = setUp(async () => {
    if (refused) throw new Error('connection is closed')
  })
  await guard.run('k', refuse)
  await vi.advanceTimersByTimeAsync(499)
  await guard.run('k', never)
  expect(probes).toHaveBeenCalledTimes(1)
  refused = false
  await vi.advanceTimersByTimeAsync(1)
  expect(await guard.run('k', never)).toBeUndefined()
  await vi.advanceTimersByTimeAsync(0)
  expect(probes).toHaveBeenCalledTimes(2)
  expect(guard.open).toBe(false)
})

test('a probe that answers too late does not close the circuit', async () => {
  const answers = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let asked = 0
  const { guard } = setUp(() => answers[asked++]?.promise ?? never())
  await guard.run('k', refuse)
  await vi.advanceTimersByTimeAsync(51)
  answers[0]?.resolve()
  await vi.advanceTimersByTimeAsync(0)
  expect(guard.open).toBe(true)
  await guard.run('k', never)
  answers[1]?.resolve()
  await vi.advanceTimersByTimeAsync(0)
  expect(guard.open).toBe(false)
})

test('a stall of this process is not taken for a Redis that is away', async () => {
  const { guard } = setUp(never)
  let answer = (_value: string) => {}
  const result = guard.run(
    'k',
    () =>
      new Promise<string>((resolve) => {
        answer = resolve
      }),
  )
  // The clock has moved on by ten time-outs before the loop turns for the first time.
  vi.setSystemTime(Date.now() + 500)
  await vi.advanceTimersByTimeAsync(20)
  answer('late')
  expect(await result).toBe('late')
  expect(guard.open).toBe(false)
})
