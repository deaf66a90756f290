import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FairPlaces } from '../fair-places.ts'
import type { RateLine } from '../ports.ts'
import { ManualClock, settled } from '../testing/manual-clock.ts'
import type { ReserveResult } from './reserve.ts'
import { reserveInTurn } from './reserve-in-turn.ts'

const granted: ReserveResult = { attempt: { attemptId: 'a', worstCase: 1n, startedAt: 0 } }
const refused = (retryAfterMs?: number): ReserveResult => ({
  refusal: 'rate-limited',
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
})

function line(milliseconds = 10_000) {
  const clock = new ManualClock()
  const places = new FairPlaces(64)
  const deadline = () => {
    const { signal } = clock.timeout(milliseconds)
    const end = clock.now() + milliseconds
    return { signal, remaining: () => end - clock.now() }
  }
  const wait = (ask: (line: RateLine) => Promise<ReserveResult>) => reserveInTurn('coocook', deadline(), { clock, places }, ask)
  return { clock, places, wait }
}

test('one of a product asks at a time, first come first served', async () => {
  const { clock, places, wait } = line()
  let free = false
  const served: number[] = []
  const asked: RateLine[] = []
  const callers = [0, 1, 2].map(async (caller) => {
    await wait(async (place) => {
      asked.push(place)
      return free && place.ahead === 0 ? granted : refused(1_000)
    })
    served.push(caller)
  })
  await settled()
  expect(places.waiting('coocook')).toBe(3)
  expect(asked.map(({ ahead, behind }) => [ahead, behind])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ])
  free = true
  await clock.advance(1_000)
  await Promise.all(callers)
  expect(served).toEqual([0, 1, 2])
  expect(asked.slice(3).map(({ behind }) => behind)).toEqual([2, 1, 0])
  expect(places.waiting('coocook')).toBe(0)
})

test('a wait that would pass the deadline is not begun', async () => {
  const { places, wait } = line()
  expect(await wait(async () => refused(10_000))).toEqual(refused(10_000))
  expect(await wait(async () => refused())).toEqual(refused())
  const waiting = wait(async () => refused(1_000))
  await settled()
  // The gate says that its turn in the line can come in 11 s.
  expect(await wait(async ({ ahead }) => refused(ahead === 1 ? 11_000 : 0))).toEqual(refused(11_000))
  expect(places.waiting('coocook')).toBe(1)
  void waiting
})

test('whoever leaves at its deadline leaves the line, and any other refusal is final', async () => {
  const { clock, places, wait } = line(5_000)
  const callers = [wait(async () => refused(4_000)), wait(async () => refused(4_000))]
  await clock.advance(5_000)
  expect(await Promise.all(callers)).toEqual([refused(4_000), refused(4_000)])
  expect(places.waiting('coocook')).toBe(0)
  let asked = 0
  const changed = wait(async () => (++asked === 1 ? refused(100) : { refusal: 'breaker-open' }))
  await clock.advance(100)
  expect(await changed).toEqual({ refusal: 'breaker-open' })
})

test('a gate that refuses and says "at once" is asked again after a pause', async () => {
  const { clock, wait } = line(1_000)
  let asked = 0
  const waiting = wait(async () => {
    asked += 1
    return refused(0)
  })
  await clock.advance(1_000)
  expect(await waiting).toEqual(refused(0))
  expect(asked).toBeLessThan(50)
})

test('whatever the gate answers and however long callers can wait, nobody is left in the line', async () => {
  const answer = fc.oneof(fc.constant(granted), fc.nat(4_000).map(refused), fc.constant<ReserveResult>({ refusal: 'budget-held' }))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(answer, { minLength: 1, maxLength: 5 }), { maxLength: 12 }), async (callers) => {
      const { clock, places, wait } = line(6_000)
      const ended = callers.map((answers) => {
        let next = 0
        return wait(async () => answers[Math.min(next++, answers.length - 1)]!)
      })
      await clock.advance(6_000)
      await Promise.all(ended)
      expect(places.waiting('coocook')).toBe(0)
    }),
    { numRuns: 50 },
  )
})
