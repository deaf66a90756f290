import { expect, test } from 'vitest'
import type { ReservationDecision } from './ports.ts'
import { request, setUp, threeChefs } from './testing/chef-pipeline.ts'
import { settled } from './testing/manual-clock.ts'
import { ScriptedModel } from './testing/scripted-model.ts'

const fullForASecond: ReservationDecision = { granted: false, reason: 'rate-limited', retryAfterMs: 1_000 }

function atAFullRate() {
  const { ports, pipeline } = setUp()
  let asked = 0
  let decision: ReservationDecision = fullForASecond
  ports.gate.decide = () => {
    asked += 1
    return decision
  }
  const caller = new AbortController()
  const ask = () => pipeline.answer(request({ left: () => caller.signal }))
  return { clock: ports.clock, ports, pipeline, caller, ask, asked: () => asked, open: () => (decision = { granted: true }) }
}

test('a caller who leaves while it waits for the rate gives up its place at once, and nothing is bought for it', async () => {
  const { clock, ports, pipeline, caller, ask, asked, open } = atAFullRate()
  const answer = ask()
  await settled()
  expect(ports.places.waiting('coocook')).toBe(1)
  caller.abort()
  await answer
  await pipeline.idle()
  expect(ports.places.waiting('coocook')).toBe(0)
  const before = asked()
  open()
  await clock.advance(5_000)
  expect([asked(), ports.model.requests]).toEqual([before, []])
})

test('the lead goes to somebody who asked the same and still waits, if there is one', async () => {
  for (const hasHeir of [true, false]) {
    const { ports, caller, ask } = atAFullRate()
    const ends: unknown[] = []
    const handOver = (end: unknown) => {
      ends.push(['handed over', end])
      return hasHeir
    }
    const leader = { publish: () => {}, finish: (end: unknown) => void ends.push(['finished', end]), handOver }
    ports.flights.join = async () => ({ role: 'leader', leader })
    const answer = ask()
    await settled()
    caller.abort()
    expect((await answer).meta.source).toBe('template')
    const end = { outcome: 'failed', reason: 'rate-limited' }
    expect(ends).toEqual(
      hasHeir
        ? [['handed over', end]]
        : [
            ['handed over', end],
            ['finished', end],
          ],
    )
  }
})

test('who has left before the first place is asked for takes none', async () => {
  const { ports, caller, ask, asked, open } = atAFullRate()
  open()
  caller.abort()
  await ask()
  expect([asked(), ports.model.requests]).toEqual([0, []])
})

test('a call that was begun goes on without its caller, and its answer is kept', async () => {
  let end = () => {}
  const until = new Promise<void>((resolve) => {
    end = resolve
  })
  const { ports, pipeline } = setUp({ model: new ScriptedModel({ text: threeChefs, until }) })
  const caller = new AbortController()
  const answer = pipeline.answer(request({ left: () => caller.signal }))
  await settled()
  caller.abort()
  end()
  expect((await answer).meta.source).toBe('claude')
  expect(ports.gate.settlements).toMatchObject([{ estimated: false }])
  expect((await pipeline.answer(request())).meta.source).toBe('cache')
})
