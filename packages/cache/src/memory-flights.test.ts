import type { FlightEnd, FlightEvent, FlightLeader } from '@inkling/suggestions/ports'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMemoryFlights } from './memory-flights.ts'
import { answered, collect, failed, follow, lead, takeLead } from './testing/flight-participants.ts'
import { createManualClock } from './testing/manual-clock.ts'

const lost: FlightEnd = { outcome: 'failed', reason: 'timeout' }
const leaseMs = 12_000

function setUp() {
  const clock = createManualClock()
  return { clock, flights: createMemoryFlights({ clock, leaseMs }) }
}

test('fifty at once make one leader, and everybody gets every item and the end', async () => {
  const { clock, flights } = setUp()
  const joined = await Promise.all(Array.from({ length: 50 }, () => flights.join('k', { maySpend: true })))
  const leaders = joined.flatMap((each) => (each.role === 'leader' ? [each.leader] : []))
  expect(leaders).toHaveLength(1)
  const followers = joined.flatMap((each) => (each.role === 'follower' ? [collect(each.events)] : []))
  leaders[0]?.publish(0, { dish: 'ravioli' })
  leaders[0]?.publish(1, { dish: 'panna cotta' })
  leaders[0]?.finish(answered)
  for (const events of await Promise.all(followers)) {
    expect(events).toEqual([
      { type: 'item', index: 0, item: { dish: 'ravioli' } },
      { type: 'item', index: 1, item: { dish: 'panna cotta' } },
      { type: 'end', end: answered },
    ])
  }
  expect([flights.size, clock.timers]).toEqual([0, 0])
})

test('who joins late gets what was published before, then the rest', async () => {
  const { flights } = setUp()
  const leader = await lead(flights)
  leader.publish(0, 'first')
  const late = await follow(flights)
  expect((await late.next()).value).toMatchObject({ index: 0, item: 'first' })
  const next = late.next()
  leader.publish(1, 'second')
  expect((await next).value).toMatchObject({ index: 1, item: 'second' })
  leader.finish(answered)
  expect((await late.next()).value).toEqual({ type: 'end', end: answered })
  expect(await late.next()).toEqual({ done: true, value: undefined })
})

test('a follower who changes an item changes it for itself alone', async () => {
  const { flights } = setUp()
  const leader = await lead(flights)
  const [one, two] = [await follow(flights), await follow(flights)]
  const item = { tags: ['vegan'] }
  leader.publish(0, item)
  item.tags.push('changed by the leader')
  const mine = (await one.next()).value
  if (mine?.type === 'item') (mine.item as { tags: string[] }).tags.push('changed by a follower')
  expect((await two.next()).value).toMatchObject({ item: { tags: ['vegan'] } })
})

test('keys do not know each other, and a finished flight is followed by a new one', async () => {
  const { flights } = setUp()
  const leader = await lead(flights, 'one')
  await lead(flights, 'two')
  expect(flights.size).toBe(2)
  leader.finish(answered)
  await lead(flights, 'one')
})

test('a follower that stops waiting is released at once', async () => {
  const { clock, flights } = setUp()
  const leader = await lead(flights)
  const follower = await follow(flights)
  const waiting = follower.next()
  await follower.return?.()
  expect(await waiting).toEqual({ done: true, value: undefined })
  expect(leader.handOver(failed)).toBe(false)
  expect([flights.size, clock.timers]).toEqual([0, 0])
})

test('the lead goes to one that may spend and waits, and what it adds comes after the items already seen', async () => {
  const { flights } = setUp()
  const leader = await lead(flights)
  const poor = await follow(flights, false)
  const busy = await follow(flights, true)
  const waiting = await follow(flights, true)
  leader.publish(0, 'first')
  await waiting.next()
  const offer = waiting.next()
  expect(leader.handOver({ outcome: 'failed', reason: 'sampled-out' })).toBe(true)
  const { value } = await offer
  if (value?.type !== 'lead') throw new Error('no lead')
  leader.publish(1, 'too late')
  value.leader.publish(0, 'a second first')
  value.leader.publish(1, 'second')
  value.leader.finish(answered)
  const expected = [{ item: 'first' }, { item: 'second' }, { type: 'end', end: answered }]
  for (const other of [poor, busy]) {
    for (const event of expected) expect((await other.next()).value).toMatchObject(event)
  }
  expect(await waiting.next()).toEqual({ done: true, value: undefined })
  expect(flights.size).toBe(0)
})

test('without a follower that may spend, handing over ends the flight for all', async () => {
  const { flights } = setUp()
  const leader = await lead(flights)
  const poor = await follow(flights, false)
  expect(leader.handOver(failed)).toBe(false)
  expect((await poor.next()).value).toEqual({ type: 'end', end: failed })
  expect(leader.handOver(failed)).toBe(false)
  expect(flights.size).toBe(0)
})

test('a heir that leaves before it takes the lead passes it on', async () => {
  const { flights } = setUp()
  const leader = await lead(flights)
  const [first, second] = [await follow(flights), await follow(flights)]
  expect(leader.handOver(failed)).toBe(true)
  await first.return?.()
  await takeLead(second)
  expect(flights.size).toBe(1)
})

test('a heir that breaks out of its loop to lead keeps the lead', async () => {
  const { flights } = setUp()
  const leader = await lead(flights)
  const heir = await follow(flights)
  leader.handOver(failed)
  const lead2 = await takeLead(heir)
  await heir.return?.()
  const follower = await follow(flights)
  lead2.finish(answered)
  expect((await follower.next()).value).toEqual({ type: 'end', end: answered })
})

test('the last heir that leaves ends the flight with what the leader said', async () => {
  const { flights } = setUp()
  const leader = await lead(flights)
  const [heir, poor] = [await follow(flights), await follow(flights, false)]
  leader.handOver(failed)
  await heir.return?.()
  expect((await poor.next()).value).toEqual({ type: 'end', end: failed })
  expect(flights.size).toBe(0)
})

test('a leader that falls silent loses the lead after its lease, and what it says then is ignored', async () => {
  const { clock, flights } = setUp()
  const leader = await lead(flights)
  const follower = await follow(flights)
  clock.advance(leaseMs - 1)
  leader.publish(0, 'first')
  expect((await follower.next()).value).toMatchObject({ item: 'first' })
  const offer = follower.next()
  clock.advance(leaseMs - 1)
  leader.publish(1, 'second')
  expect((await offer).value).toMatchObject({ item: 'second' })
  const next = follower.next()
  clock.advance(leaseMs)
  const { value } = await next
  if (value?.type !== 'lead') throw new Error('no lead')
  leader.finish(failed)
  expect(leader.handOver(failed)).toBe(false)
  expect(flights.size).toBe(1)
  value.leader.finish(answered)
  expect([flights.size, clock.timers]).toEqual([0, 0])
})

test('a silent leader without followers leaves nothing behind', async () => {
  const { clock, flights } = setUp()
  await lead(flights)
  await flights.join('k', { maySpend: false })
  clock.advance(leaseMs)
  expect([flights.size, clock.timers]).toEqual([0, 0])
})

test('an offer that is not taken within the lease goes to the next; the late one just follows', async () => {
  const { clock, flights } = setUp()
  const leader = await lead(flights)
  const [slow, quick] = [await follow(flights), await follow(flights)]
  leader.handOver(failed)
  clock.advance(leaseMs)
  const next = await takeLead(quick)
  next.publish(0, 'first')
  expect((await slow.next()).value).toMatchObject({ item: 'first' })
  next.finish(answered)
  expect((await slow.next()).value).toEqual({ type: 'end', end: answered })
})

test('when nobody is left to lead, a lost leader ends the flight as a time-out', async () => {
  const { clock, flights } = setUp()
  await lead(flights)
  const poor = await follow(flights, false)
  clock.advance(leaseMs)
  expect((await poor.next()).value).toEqual({ type: 'end', end: lost })
})

interface Participant {
  events: AsyncIterator<FlightEvent>
  seen: FlightEvent[]
  stopped: boolean
}

test('in any interleaving there is one leader, everybody sees the same items in order, and nothing is left', async () => {
  const step = fc.record({
    action: fc.constantFrom('join', 'join-poor', 'publish', 'finish', 'hand-over', 'read', 'leave', 'lapse'),
    who: fc.nat(9),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
      const { clock, flights } = setUp()
      const leaders: FlightLeader[] = []
      const participants: Participant[] = []
      const read = async (participant: Participant) => {
        const { done, value } = await participant.events.next()
        if (done) participant.stopped = true
        else participant.seen.push(value)
        if (value?.type === 'lead') leaders.push(value.leader)
      }
      const reads: Promise<void>[] = []
      let index = 0
      for (const { action, who } of steps) {
        const leader = leaders[who % (leaders.length || 1)]
        const participant = participants[who % (participants.length || 1)]
        if (action === 'join' || action === 'join-poor') {
          const joined = await flights.join('k', { maySpend: action === 'join' })
          if (joined.role === 'leader') leaders.push(joined.leader)
          else participants.push({ events: joined.events[Symbol.asyncIterator](), seen: [], stopped: false })
        }
        if (action === 'publish') leader?.publish(index++, { index })
        if (action === 'finish') leader?.finish(answered)
        if (action === 'hand-over') leader?.handOver(failed)
        if (action === 'read' && participant) reads.push(read(participant))
        if (action === 'leave' && participant) await participant.events.return?.()
        if (action === 'lapse') clock.advance(leaseMs)
        await Promise.resolve()
        expect(flights.size).toBeLessThanOrEqual(1)
        expect(clock.timers).toBe(flights.size)
      }
      for (const leader of leaders) leader.finish(answered)
      clock.advance(leaseMs * (participants.length + 1))
      await Promise.all(reads)
      for (const participant of participants) while (!participant.stopped) await read(participant)
      clock.advance(leaseMs * (participants.length + 1))
      expect([flights.size, clock.timers]).toEqual([0, 0])
      for (const { seen } of participants) {
        const indices = seen.flatMap((event) => (event.type === 'item' ? [event.index] : []))
        expect(indices).toEqual([...new Set(indices)].sort((left, right) => left - right))
        expect(seen.slice(0, -1).every(({ type }) => type === 'item')).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
})
