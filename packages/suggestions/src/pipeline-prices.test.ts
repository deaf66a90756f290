import { expect, test } from 'vitest'
import { createPipeline } from './pipeline.ts'
import type { ModelOutcome } from './ports.ts'
import { request, settings, threeChefs } from './testing/chef-pipeline.ts'
import { fakePorts } from './testing/fake-ports.ts'
import { ManualClock, settled } from './testing/manual-clock.ts'
import { ScriptedModel } from './testing/scripted-model.ts'

function pipelineAt(instant: string, model: string, script: ScriptedModel) {
  const ports = fakePorts({ model: script })
  ports.clock = new ManualClock(Date.parse(instant))
  return { ports, pipeline: createPipeline(ports, { ...settings, models: { default: model, escalation: model } }) }
}

// On 2026-10-07 the price of a cached token read by this model fell from $0.20 to $0.10 a million.
const model = 'claude-sonnet-5-5'
const usage = { input_tokens: 0, output_tokens: 0, cache_read_input_tokens: 1_000_000 }
const outcome: ModelOutcome = { kind: 'complete', usage, stopReason: 'end_turn', contentEmpty: false }

test('an attempt is charged by the price of the day on which it was booked, also when it ends on the next', async () => {
  let end = () => {}
  const until = new Promise<void>((resolve) => {
    end = resolve
  })
  const script = new ScriptedModel({ text: threeChefs, outcome, until }, { text: threeChefs, outcome })
  const { ports, pipeline } = pipelineAt('2026-10-06T23:59:59Z', model, script)
  const before = pipeline.answer(request())
  await settled()
  await ports.clock.advance(2_000)
  end()
  await before
  const another = { ...request(), caller: { ...request().caller, locale: 'ko' } } as const
  await pipeline.answer(another)
  expect(ports.gate.settlements.map(({ charge }) => charge)).toEqual([200_000_000_000n, 100_000_000_000n])
})

test('a model that retires while the server runs is not called from that day on', async () => {
  const script = new ScriptedModel({ text: threeChefs })
  const { ports, pipeline } = pipelineAt('2026-06-15T23:59:00Z', 'claude-sonnet-4-20250514', script)
  expect((await pipeline.answer(request())).meta.source).toBe('claude')
  await ports.clock.advance(60_000)
  const next = await pipeline.answer({ ...request(), context: { ...(request().context as object), partySize: 5 } })
  expect(next.meta).toMatchObject({ source: 'template', reason: 'no-price' })
  expect([ports.model.requests.length, ports.gate.reservations.length]).toEqual([1, 1])
})

test('a model that the price table does not know is never called', async () => {
  const { ports, pipeline } = pipelineAt('2026-11-22T12:00:00Z', 'claude-unheard-of', new ScriptedModel({ text: threeChefs }))
  expect((await pipeline.answer(request())).meta).toMatchObject({ source: 'template', reason: 'no-price' })
  expect([ports.model.requests, ports.gate.reservations]).toEqual([[], []])
})
