import type { FlightEnd, FlightEvent, FlightLeader, Flights } from '@inkling/suggestions/ports'

export const answered: FlightEnd = {
  outcome: 'answered',
  complete: true,
  answer: {
    answerId: 'a1',
    model: 'claude-haiku-5-5',
    variant: 'control',
    promptVersion: 'p1',
    simulated: true,
    createdAt: 0,
    freshUntil: 60_000,
  },
}
export const failed: FlightEnd = { outcome: 'failed', reason: 'upstream-error' }

export async function lead(flights: Flights, key = 'k'): Promise<FlightLeader> {
  const joined = await flights.join(key, { maySpend: true })
  if (joined.role !== 'leader') throw new Error('not the leader')
  return joined.leader
}

export async function follow(flights: Flights, maySpend = true, key = 'k'): Promise<AsyncIterator<FlightEvent>> {
  const joined = await flights.join(key, { maySpend })
  if (joined.role !== 'follower') throw new Error('not a follower')
  return joined.events[Symbol.asyncIterator]()
}

export async function takeLead(follower: AsyncIterator<FlightEvent>): Promise<FlightLeader> {
  const { value } = await follower.next()
  if (value?.type !== 'lead') throw new Error(`not the lead but ${JSON.stringify(value)}`)
  return value.leader
}

export async function collect(events: AsyncIterable<FlightEvent>): Promise<FlightEvent[]> {
  const collected: FlightEvent[] = []
  for await (const event of events) collected.push(event)
  return collected
}
