import Anthropic, { type APIError } from '@anthropic-ai/sdk'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Simulator, startSimulator } from '../start-simulator.ts'
import { chefData, chefRequest, clientFor, post, readBill, setFaults, textOf } from '../testing/requests.ts'

let simulator: Simulator
let client: Anthropic
beforeEach(async () => {
  simulator = await startSimulator({ now: () => Date.parse('2026-11-22T12:00:00Z') })
  client = clientFor(simulator.url)
})
afterEach(() => simulator.close())

const create = () => client.messages.create(chefRequest())
const failure = (promise: Promise<unknown>): Promise<APIError> =>
  promise.then(
    () => Promise.reject(new Error('no failure')),
    (error: APIError) => error,
  )

describe('status', () => {
  it.each([
    [500, 'api_error'],
    [504, 'timeout_error'],
    [529, 'overloaded_error'],
    [402, 'billing_error'],
    [403, 'permission_error'],
  ])('answers %i with the type %s, and nothing is billed', async (status, type) => {
    await setFaults(simulator.url, { kind: 'status', status, times: 1 })
    expect(await failure(create())).toMatchObject({ status, type, requestID: expect.stringMatching(/^req_011/) })
    expect((await readBill(simulator.url)).entries).toEqual([])
    expect((await create()).stop_reason).toBe('end_turn')
  })

  it('tells a rate limit, with retry-after, from the spend cap, without', async () => {
    await setFaults(simulator.url, { kind: 'status', status: 429, retryAfter: 7, times: 1 }, { kind: 'status', status: 429 })
    const limited = await failure(create())
    expect(limited.headers?.get('retry-after')).toBe('7')
    expect(limited.errorCode).toBeNull()
    const capped = await failure(create())
    expect(capped.headers?.get('retry-after')).toBeNull()
    expect(capped.errorCode).toBe('enforced_spend_limit_reached')
  })
})

describe('delays', () => {
  it('delay-headers holds the headers back: the call is charged in full though its client left', async () => {
    await setFaults(simulator.url, { kind: 'delay-headers', delayMs: 60_000, times: 1 })
    expect(await failure(client.messages.create(chefRequest(), { timeout: 30 }))).toBeInstanceOf(Anthropic.APIConnectionTimeoutError)
    await expect.poll(async () => (await readBill(simulator.url)).entries.length).toBe(1)
    expect((await readBill(simulator.url)).entries[0]!.usage.output_tokens).toBe((await create()).usage.output_tokens)
  })

  it('delay-body sends headers and the first bytes, then waits', async () => {
    for (const stream of [true, false]) {
      await setFaults(simulator.url, { kind: 'delay-body', delayMs: 60_000, afterBytes: 5, times: 1 })
      const controller = new AbortController()
      const response = await fetch(`${simulator.url}/v1/messages`, {
        method: 'POST',
        signal: controller.signal,
        headers: { 'x-api-key': 'k', 'anthropic-version': '2026-10-21' },
        body: JSON.stringify({ ...chefRequest(), stream }),
      })
      expect(response.status).toBe(200)
      const first = await response.body!.getReader().read()
      expect(first.value!.length).toBeGreaterThanOrEqual(5)
      controller.abort()
    }
    await expect.poll(async () => (await readBill(simulator.url)).entries.length).toBe(2)
  })

  it('ends the delay and sends the rest', async () => {
    await setFaults(simulator.url, { kind: 'delay-body', delayMs: 5, times: 1 }, { kind: 'delay-headers', delayMs: 5 })
    expect((await create()).stop_reason).toBe('end_turn')
    expect((await client.messages.stream(chefRequest()).finalMessage()).stop_reason).toBe('end_turn')
  })
})

describe('broken connections', () => {
  it('cut-stream ends without message_stop after so many bytes, and what was streamed is billed', async () => {
    const whole = await (await post(simulator.url, { ...chefRequest(), stream: true })).arrayBuffer()
    await setFaults(simulator.url, { kind: 'cut-stream', afterBytes: 1_500, times: 1 }, { kind: 'cut-stream' })
    expect((await (await post(simulator.url, { ...chefRequest(), stream: true })).arrayBuffer()).byteLength).toBe(1_500)
    const types: string[] = []
    for await (const event of await client.messages.create({ ...chefRequest(), stream: true })) types.push(event.type)
    expect(types).not.toContain('message_stop')
    const [full, early, half] = (await readBill(simulator.url)).entries.map(({ usage }) => usage.output_tokens)
    expect(whole.byteLength).toBeGreaterThan(1_500)
    expect(early!).toBeGreaterThan(0)
    expect(early!).toBeLessThan(half!)
    expect(half!).toBeLessThan(full!)
  })

  it('cut-stream leaves a body without a stream as broken JSON, billed in full', async () => {
    await setFaults(simulator.url, { kind: 'cut-stream', times: 1 })
    await expect(create()).rejects.toThrow()
    expect((await readBill(simulator.url)).entries).toHaveLength(1)
  })

  it('reset breaks the connection before the headers, or within the body', async () => {
    await setFaults(simulator.url, { kind: 'reset', times: 1 }, { kind: 'reset', afterBytes: 900, times: 2 })
    expect(await failure(create())).toBeInstanceOf(Anthropic.APIConnectionError)
    await expect(client.messages.stream(chefRequest()).finalMessage()).rejects.toThrow()
    await expect(create()).rejects.toThrow()
    await expect.poll(async () => (await readBill(simulator.url)).entries.length).toBe(3)
  })

  it('error-event ends a stream with an error and bills what came before it', async () => {
    await setFaults(simulator.url, { kind: 'error-event', times: 2 })
    const error = await failure(client.messages.stream(chefRequest()).finalMessage())
    expect(error.status).toBeUndefined()
    expect(error.type).toBe('overloaded_error')
    expect((await readBill(simulator.url)).entries).toHaveLength(1)
    expect(await failure(create())).toMatchObject({ status: 529 })
    expect((await readBill(simulator.url)).entries).toHaveLength(1)
  })
})

describe('spoiled answers', () => {
  it('refusal without content reports usage and is not billed', async () => {
    await setFaults(simulator.url, { kind: 'refusal' })
    for (const message of [await create(), await client.messages.stream(chefRequest()).finalMessage()]) {
      expect(message).toMatchObject({ stop_reason: 'refusal', content: [], stop_details: { type: 'refusal' } })
      expect(message.usage.input_tokens).toBeGreaterThan(0)
    }
    expect((await readBill(simulator.url)).totalUsd).toBe('0')
  })

  it('refusal in mid-stream keeps what was said and is billed', async () => {
    await setFaults(simulator.url, { kind: 'refusal', afterBytes: 100 })
    const message = await client.messages.stream(chefRequest()).finalMessage()
    expect(message.stop_reason).toBe('refusal')
    expect(Buffer.byteLength(textOf(message))).toBe(100)
    expect((await readBill(simulator.url)).entries[0]!.usage.output_tokens).toBe(message.usage.output_tokens)
  })

  it('truncated stops at max_tokens with the JSON cut', async () => {
    await setFaults(simulator.url, { kind: 'truncated' })
    const message = await create()
    expect(message.stop_reason).toBe('max_tokens')
    expect(() => JSON.parse(textOf(message))).toThrow()
  })

  it('invalid-json ends ordinarily with text that no parser takes', async () => {
    await setFaults(simulator.url, { kind: 'invalid-json' })
    const message = await create()
    expect(message.stop_reason).toBe('end_turn')
    const text = textOf(message)
    expect(() => JSON.parse(text.slice(text.indexOf('{')))).toThrow()
  })

  it('foreign-candidate names an alias that was not offered', async () => {
    await setFaults(simulator.url, { kind: 'foreign-candidate' })
    const { items } = JSON.parse(textOf(await create())) as { items: { candidate: string }[] }
    expect(chefData.candidates.map(({ id }) => id)).not.toContain(items[0]!.candidate)
  })

  it('personal-data puts an address and a number into an item, or into plain text', async () => {
    await setFaults(simulator.url, { kind: 'personal-data' })
    expect(textOf(await create())).toMatch(/"reasoning":"[^"]*@postbox-mail\.net[^"]*\d{3}-\d{4}/)
    const { output_config: _, ...plain } = chefRequest()
    expect(textOf(await client.messages.create(plain))).toMatch(/@/)
  })
})

describe('the rules', () => {
  it('are shown, counted down, cleared, and drawn from the seed', async () => {
    await setFaults(simulator.url, { kind: 'status', status: 529, times: 2 }, { kind: 'status', status: 500, probability: 0.5 })
    const run = async () => {
      const statuses: number[] = []
      for (let count = 0; count < 12; count += 1) {
        const response = await post(simulator.url, chefRequest())
        await response.text()
        statuses.push(response.status)
      }
      return statuses
    }
    const first = await run()
    expect(first.slice(0, 2)).toEqual([529, 529])
    expect(new Set(first.slice(2))).toEqual(new Set([200, 500]))
    expect(await (await fetch(`${simulator.url}/_sim/faults`)).json()).toMatchObject({ rules: [{ times: 0 }, { probability: 0.5 }] })
    await setFaults(simulator.url, { kind: 'status', status: 529, times: 2 }, { kind: 'status', status: 500, probability: 0.5 })
    expect(await run()).toEqual(first)
    expect((await fetch(`${simulator.url}/_sim/faults`, { method: 'DELETE' })).status).toBe(204)
    expect(new Set(await run())).toEqual(new Set([200]))
  })

  it.each([
    [{}, 'rules', /^rules: send/],
    [{ rules: [], more: 1 }, 'more', /unknown field/],
    [{ rules: [3] }, 'rules.0', /object/],
    [{ rules: [{ kind: 'explode' }] }, 'rules.0.kind', /use one of status, /],
    [{ rules: [{ kind: 'reset' }, { kind: 'status', status: 200 }] }, 'rules.1.status', /from 400 to 599/],
    [{ rules: [{ kind: 'status', probability: 2 }] }, 'rules.0.probability', /from 0 to 1/],
    [{ rules: [{ kind: 'status', often: 2 }] }, 'rules.0.often', /unknown field; use times/],
  ])('are refused when wrong, with the field and the fix: %j', async (body, field, message) => {
    const response = await fetch(`${simulator.url}/_sim/faults`, { method: 'PUT', body: JSON.stringify(body) })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { message: expect.stringMatching(message), details: { field } } })
  })
})
