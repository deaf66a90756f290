import { expect, test } from 'vitest'
import { eventsOf, request, setUp, threeChefs } from './testing/chef-pipeline.ts'
import type { FakePorts } from './testing/fake-ports.ts'
import { settled } from './testing/manual-clock.ts'
import { ScriptedModel } from './testing/scripted-model.ts'

/** The gate takes what it is to book, and has it when the test says so. */
function withSlowBooking(ports: FakePorts) {
  const { promise, resolve } = Promise.withResolvers<void>()
  const settle = ports.gate.settle.bind(ports.gate)
  ports.gate.settle = async (settlement) => {
    await settle(settlement)
    await promise
  }
  return resolve
}

test('a whole answer is given while its cost is still being booked, and whoever stops the process waits for the booking', async () => {
  for (const way of ['answer', 'stream'] as const) {
    const { ports, pipeline } = setUp()
    const book = withSlowBooking(ports)
    if (way === 'answer') expect((await pipeline.answer(request())).meta).toMatchObject({ source: 'claude', costUsd: '0.00014' })
    else expect((await eventsOf(pipeline.stream(request()))).at(-1)).toMatchObject({ type: 'answer-end', meta: { source: 'claude' } })
    expect(ports.gate.settlements).toMatchObject([{ outcome: 'complete', estimated: false }])
    let idle = false
    const stopping = pipeline.idle().then(() => {
      idle = true
    })
    await settled()
    expect(idle).toBe(false)
    book()
    await stopping
  }
})

test('a failed attempt is booked before another is reserved, and before its caller is answered', async () => {
  const failed = { outcome: { kind: 'rejected', cause: 'overloaded', status: 529 } } as const
  const { ports, pipeline } = setUp({ model: new ScriptedModel(failed, { text: threeChefs }) })
  const book = withSlowBooking(ports)
  let answered = false
  const answer = pipeline.answer(request()).finally(() => {
    answered = true
  })
  await settled()
  await ports.clock.advance(5_000)
  expect([ports.gate.settlements.length, ports.gate.reservations.length, answered]).toEqual([1, 1, false])
  book()
  await settled()
  await ports.clock.advance(5_000)
  expect((await answer).meta.source).toBe('claude')
  expect(ports.gate.reservations).toHaveLength(2)
})

test('an answer that was cut is given when its cost is booked', async () => {
  const cut = { kind: 'unknown', cause: 'cut-stream' } as const
  const { ports, pipeline } = setUp({ model: new ScriptedModel({ text: threeChefs, outcome: cut }) })
  const book = withSlowBooking(ports)
  const ended = eventsOf(pipeline.stream(request()))
  await settled()
  expect(ports.records.answers).toEqual([])
  book()
  expect((await ended).at(-1)).toMatchObject({ type: 'answer-end' })
})
