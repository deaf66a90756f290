import { startSimulator } from '@inkling/claude-simulator'
import type { ModelOutcome } from '@inkling/suggestions/ports'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type AnthropicLanguageModel, createAnthropicLanguageModel } from './anthropic-language-model.ts'
import { listen, modelRequest } from './testing/model-request.ts'

interface Bill {
  entries: { requestId: string; model: string; usage: Record<string, unknown> }[]
}

let simulator: Awaited<ReturnType<typeof startSimulator>>
let model: AnthropicLanguageModel

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, latency: 'none' })
  model = createAnthropicLanguageModel({ apiKey: 'sk-simulated', baseURL: simulator.url, simulated: true })
})

afterAll(async () => {
  await simulator.close()
})

beforeEach(async () => {
  await fetch(`${simulator.url}/_sim/faults`, { method: 'DELETE' })
  await fetch(`${simulator.url}/_sim/bill`, { method: 'DELETE' })
})

async function fault(rule: Record<string, unknown>): Promise<void> {
  const response = await fetch(`${simulator.url}/_sim/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rules: [{ times: 1, ...rule }] }),
  })
  expect(response.ok).toBe(true)
}

async function bill(): Promise<Bill['entries']> {
  const response = await fetch(`${simulator.url}/_sim/bill`)
  return ((await response.json()) as Bill).entries
}

/** Counts that a price is computed from, with absent and null alike. */
function billable(usage: object | undefined): unknown {
  const fields = { ...usage } as Record<string, unknown>
  const names = ['input_tokens', 'output_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens', 'inference_geo', 'service_tier']
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]))
}

describe.each(['claude-haiku-5-5', 'claude-sonnet-5-5', 'claude-opus-5-5', 'claude-haiku-4-5'])('%s', (name) => {
  test('accepts our request and answers it; its bill is our usage, to the token', async () => {
    const { text, outcome, providerRequestId } = await listen(model, { request: { model: name, maxOutputTokens: 800 } })
    expect(JSON.parse(text)).toHaveProperty('items')
    expect(outcome).toMatchObject({ kind: 'complete', stopReason: 'end_turn', contentEmpty: false })
    const [entry, ...others] = await bill()
    expect(others).toEqual([])
    expect(entry?.requestId).toBe(providerRequestId)
    expect(billable(entry?.usage)).toEqual(billable(outcome.kind === 'complete' ? outcome.usage : undefined))
  })
})

test.each<[Record<string, unknown>, Partial<ModelOutcome>]>([
  [{ status: 400 }, { kind: 'rejected', cause: 'bad-request' }],
  [{ status: 401 }, { kind: 'rejected', cause: 'authentication' }],
  [{ status: 402 }, { kind: 'rejected', cause: 'billing' }],
  [{ status: 413 }, { kind: 'rejected', cause: 'bad-request' }],
  [
    { status: 429, retryAfter: 3 },
    { kind: 'rejected', cause: 'rate-limited', retryAfterMs: 3000 },
  ],
  [{ status: 429 }, { kind: 'rejected', cause: 'spend-cap' }],
  [{ status: 500 }, { kind: 'unknown', cause: 'server-error' }],
  [{ status: 504 }, { kind: 'unknown', cause: 'server-error' }],
  [{ status: 529 }, { kind: 'rejected', cause: 'overloaded' }],
])('status %j is one attempt that is not billed', async (rule, expected) => {
  await fault({ kind: 'status', ...rule })
  const { outcome, providerRequestId } = await listen(model)
  expect(outcome).toMatchObject(expected)
  expect(providerRequestId).toMatch(/^req_/)
  expect(await bill()).toEqual([])
})

test.each<[Record<string, unknown>, Partial<ModelOutcome>]>([
  [
    { kind: 'cut-stream', afterBytes: 900 },
    { kind: 'unknown', cause: 'cut-stream' },
  ],
  [
    { kind: 'error-event', afterBytes: 900 },
    { kind: 'unknown', cause: 'stream-error' },
  ],
])('%j is billed, and the exact input is known', async (rule, expected) => {
  await fault(rule)
  const { outcome } = await listen(model)
  expect(outcome).toMatchObject(expected)
  const [entry] = await bill()
  expect(entry?.usage.input_tokens).toBe(outcome.kind === 'unknown' ? outcome.startUsage?.input_tokens : undefined)
})

test('a reset is told apart from a refused connection', async () => {
  await fault({ kind: 'reset' })
  expect((await listen(model)).outcome).toMatchObject({ kind: 'unknown', cause: 'connection-reset' })
})

test.each<[Record<string, unknown>, Partial<ModelOutcome>]>([
  [
    { kind: 'refusal', afterBytes: 40 },
    { kind: 'complete', stopReason: 'refusal', contentEmpty: false },
  ],
  [{ kind: 'truncated' }, { kind: 'complete', stopReason: 'max_tokens' }],
])('%j is complete: the bill is our usage', async (rule, expected) => {
  await fault(rule)
  const { outcome } = await listen(model)
  expect(outcome).toMatchObject(expected)
  const [entry] = await bill()
  expect(billable(entry?.usage)).toEqual(billable(outcome.kind === 'complete' ? outcome.usage : undefined))
})

test('a refusal without content is complete and not billed', async () => {
  await fault({ kind: 'refusal' })
  expect((await listen(model)).outcome).toMatchObject({ kind: 'complete', stopReason: 'refusal', contentEmpty: true })
  expect(await bill()).toEqual([])
})

test('what a caller abandons in the middle is billed for no more than the exact input and the output limit', async () => {
  await fault({ kind: 'delay-body', afterBytes: 1500, delayMs: 60_000 })
  const { outcome } = await listen(model, { signal: AbortSignal.timeout(200) })
  expect(outcome).toMatchObject({ kind: 'unknown', cause: 'timeout', startUsage: { input_tokens: expect.any(Number) } })
  await expect.poll(async () => (await bill()).length).toBe(1)
  const [entry] = await bill()
  expect(entry?.usage.input_tokens).toBe(outcome.kind === 'unknown' ? outcome.startUsage?.input_tokens : undefined)
  expect(entry?.usage.output_tokens).toBeLessThanOrEqual(modelRequest.maxOutputTokens)
})

test.each(['delay-headers', 'delay-body'])('with %s the signal ends the call in time', async (kind) => {
  await fault({ kind, delayMs: 60_000 })
  const startedAt = performance.now()
  const { outcome } = await listen(model, { signal: AbortSignal.timeout(200) })
  expect(outcome).toMatchObject({ kind: 'unknown', cause: 'timeout' })
  expect(performance.now() - startedAt).toBeLessThan(2000)
})

test('without a key that it takes, or with a model that it does not know, nothing is billed', async () => {
  expect((await listen(model, { request: { model: 'claude-opus-5' } })).outcome).toMatchObject({
    kind: 'rejected',
    cause: 'bad-request',
    status: 404,
  })
  expect((await listen(model, { request: { ...modelRequest, maxOutputTokens: 0 } })).outcome).toMatchObject({
    kind: 'rejected',
    status: 400,
  })
  expect(await bill()).toEqual([])
})

test('the probe reaches it and is not billed', async () => {
  expect(await model.probe()).toMatchObject({ reachable: true })
  expect(await bill()).toEqual([])
})
