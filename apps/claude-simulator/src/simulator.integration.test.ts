import Anthropic from '@anthropic-ai/sdk'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Simulator, startSimulator } from './start-simulator.ts'
import { chefData, chefRequest, chefSchema, clientFor, post, readBill, textOf } from './testing/requests.ts'

let simulator: Simulator
let client: Anthropic
let now: number

beforeEach(async () => {
  now = Date.parse('2026-11-22T12:00:00Z')
  simulator = await startSimulator({ now: () => now })
  client = clientFor(simulator.url)
})
afterEach(() => simulator.close())

describe('a message', () => {
  it('comes with every field, a valid answer, usage and headers, and stands on the bill', async () => {
    const { data, response, request_id } = await client.messages.create(chefRequest()).withResponse()
    expect(data).toEqual({
      id: expect.stringMatching(/^msg_01\w{22}$/),
      type: 'message',
      role: 'assistant',
      model: 'claude-haiku-5-5',
      content: [{ type: 'text', text: expect.any(String), citations: null }],
      container: null,
      diagnostics: null,
      stop_details: null,
      stop_reason: 'end_turn',
      stop_sequence: null,
      usage: {
        input_tokens: expect.any(Number),
        output_tokens: expect.any(Number),
        cache_creation_input_tokens: 0,
        cache_read_input_tokens: 0,
        cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
        output_tokens_details: { thinking_tokens: 0 },
        server_tool_use: null,
        service_tier: 'standard',
        inference_geo: 'global',
        speed: 'standard',
      },
    })
    const offered = chefData.candidates.map(({ id }) => id)
    const { items } = JSON.parse(textOf(data)) as { items: { candidate: string; confidence: number }[] }
    expect(items.length).toBeGreaterThanOrEqual(3)
    expect(items.every(({ candidate, confidence }) => offered.includes(candidate) && confidence > 0 && confidence < 1)).toBe(true)
    expect(request_id).toMatch(/^req_011\w+$/)
    expect(response.headers.get('anthropic-ratelimit-requests-limit')).toBe('1000')
    expect(response.headers.get('anthropic-ratelimit-input-tokens-remaining')).toBe(String(2_000_000 - data.usage.input_tokens))

    const bill = await readBill(simulator.url)
    const pico = data.usage.input_tokens * 100_000 + data.usage.output_tokens * 500_000
    expect(bill.entries).toEqual([{ requestId: request_id, model: 'claude-haiku-5-5', usage: data.usage, usd: bill.totalUsd }])
    expect(Math.round(Number(bill.totalUsd) * 1e12)).toBe(pico)
    await fetch(`${simulator.url}/_sim/bill`, { method: 'DELETE' })
    expect(await readBill(simulator.url)).toEqual({ totalUsd: '0', entries: [] })
  })

  it('is the same for the same request, streamed or not', async () => {
    const [first, second, streamed] = await Promise.all([
      client.messages.create(chefRequest()),
      client.messages.create(chefRequest()),
      client.messages.stream(chefRequest()).finalMessage(),
    ])
    expect(textOf(second)).toBe(textOf(first))
    expect(textOf(streamed)).toBe(textOf(first))
    expect(streamed.usage).toEqual(first.usage)
  })

  it('is cut at max_tokens', async () => {
    const message = await client.messages.create({ ...chefRequest(), max_tokens: 40 })
    expect(message.stop_reason).toBe('max_tokens')
    expect(message.usage.output_tokens).toBe(40)
    expect(() => JSON.parse(textOf(message))).toThrow()
  })

  it('thinks first unless thinking is turned off, and thinking counts as output', async () => {
    const { thinking: _, ...request } = chefRequest()
    const message = await client.messages.create({ ...request, thinking: { type: 'adaptive', display: 'summarized' } })
    expect(message.content.map((block) => block.type)).toEqual(['thinking', 'text'])
    expect(message.usage.output_tokens_details?.thinking_tokens).toBe(60)
    const streamed = await client.messages.stream(request).finalMessage()
    expect(streamed.content.map((block) => block.type)).toEqual(['thinking', 'text'])
    const cut = await client.messages.create({ ...request, max_tokens: 50 })
    expect(cut.stop_reason).toBe('max_tokens')
    expect(textOf(cut)).toBe('')
  })

  it('stops at a stop sequence', async () => {
    const message = await client.messages.create({
      model: 'claude-haiku-4-5',
      max_tokens: 100,
      stop_sequences: ['matters'],
      messages: [{ role: 'user', content: 'How do I start?' }],
    })
    expect(message).toMatchObject({ model: 'claude-haiku-4-5-20251001', stop_reason: 'stop_sequence', stop_sequence: 'matters' })
    expect(textOf(message)).toMatch(/change that $/)
  })

  it('uses a forced tool', async () => {
    const { output_config: _, ...request } = chefRequest()
    const forced = {
      ...request,
      tools: [{ name: 'recommend', input_schema: { ...chefSchema, type: 'object' as const } }],
      tool_choice: { type: 'tool' as const, name: 'recommend' },
    }
    const message = await client.messages.create(forced)
    expect(message.stop_reason).toBe('tool_use')
    expect(message.content[0]).toMatchObject({ type: 'tool_use', name: 'recommend', input: { items: expect.any(Array) } })
    const streamed = await client.messages.stream(forced).finalMessage()
    expect(streamed.content[0]).toMatchObject({ type: 'tool_use', input: { items: expect.any(Array) } })
  })

  it('costs a tenth more in the US', async () => {
    const message = await client.messages.create({ ...chefRequest(), inference_geo: 'us' })
    expect(message.usage.inference_geo).toBe('us')
    const pico = (message.usage.input_tokens * 100_000 + message.usage.output_tokens * 500_000) * 1.1
    expect(Math.round(Number((await readBill(simulator.url)).totalUsd) * 1e12)).toBe(Math.round(pico))
  })
})

describe('the prompt cache', () => {
  const long = 'You recommend chefs to people who plan a dinner at home. '.repeat(80)
  const cached = (ttl: '5m' | '1h' = '5m') => ({
    ...chefRequest(),
    system: [{ type: 'text' as const, text: long, cache_control: { type: 'ephemeral' as const, ttl } }],
  })

  it('writes a marked prefix, reads it for five minutes, and writes it again when the schema changes', async () => {
    const first = (await client.messages.create(cached())).usage
    expect(first.cache_creation?.ephemeral_5m_input_tokens).toBeGreaterThan(512)
    expect(first.cache_creation_input_tokens).toBe(first.cache_creation?.ephemeral_5m_input_tokens)
    const second = (await client.messages.create(cached())).usage
    expect(second).toMatchObject({
      cache_read_input_tokens: first.cache_creation_input_tokens,
      cache_creation_input_tokens: 0,
      input_tokens: first.input_tokens,
    })
    const other = await client.messages.create({ ...cached(), output_config: { effort: 'low' } })
    expect(other.usage.cache_read_input_tokens).toBe(0)
    now += 301_000
    expect((await client.messages.create(cached('1h'))).usage.cache_creation?.ephemeral_1h_input_tokens).toBe(
      first.cache_creation_input_tokens,
    )
  })

  it('does not keep a prefix below the minimum', async () => {
    const request = { ...chefRequest(), output_config: { effort: 'low' as const }, cache_control: { type: 'ephemeral' as const } }
    expect((await client.messages.create(request)).usage).toMatchObject({ cache_creation_input_tokens: 0, cache_read_input_tokens: 0 })
  })
})

describe('a stream', () => {
  it('has the events of the API in their order, with cumulative usage at its end', async () => {
    const body = await (await post(simulator.url, { ...chefRequest(), stream: true })).text()
    const events = body
      .trim()
      .split('\n\n')
      .map((event) => JSON.parse(event.split('\ndata: ')[1]!) as { type: string; usage?: object; message?: object })
    const types = events.map(({ type }) => type)
    const distinct = types.filter((type) => type !== 'ping').filter((type, index, all) => type !== all[index - 1])
    expect(distinct).toEqual([
      'message_start',
      'content_block_start',
      'content_block_delta',
      'content_block_stop',
      'message_delta',
      'message_stop',
    ])
    expect(types).toContain('ping')
    expect(events[0]!.message).toMatchObject({
      content: [],
      stop_reason: null,
      usage: { inference_geo: 'global', service_tier: 'standard' },
    })
    expect(events.at(-2)!.usage).not.toHaveProperty('inference_geo')
    expect(events.at(-2)!.usage).toMatchObject({ input_tokens: expect.any(Number), output_tokens: expect.any(Number) })
  })

  it('cuts chunks inside characters', async () => {
    const response = await post(simulator.url, { ...chefRequest(), system: '한국어로 답하세요.', stream: true })
    let broken = 0
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      if (new TextDecoder().decode(chunk).includes('\ufffd')) broken += 1
    }
    expect(broken).toBeGreaterThan(0)
  })

  it('charges a client that leaves for the input and what was streamed', async () => {
    const slow = await startSimulator({ latency: 50, now: () => now })
    try {
      const stream = clientFor(slow.url).messages.stream(chefRequest())
      await new Promise<void>((resolve) => stream.once('text', () => resolve()))
      stream.abort()
      await stream.done().catch(() => undefined)
      await expect.poll(async () => (await readBill(slow.url)).entries.length).toBe(1)
      const whole = (await clientFor(slow.url).messages.create(chefRequest())).usage
      const [entry] = (await readBill(slow.url)).entries
      expect(entry!.usage.input_tokens).toBeGreaterThan(0)
      expect(entry!.usage.output_tokens).toBeLessThan(whole.output_tokens)
    } finally {
      await slow.close()
    }
  })
})

describe('other operations', () => {
  it('counts tokens as the answer will report them', async () => {
    const { max_tokens: _, inference_geo: __, service_tier: ___, ...request } = chefRequest()
    const counted = await client.messages.countTokens(request)
    expect(counted).toEqual({ input_tokens: (await client.messages.create(chefRequest())).usage.input_tokens })
  })

  it('lists the models that answer and describes one', async () => {
    const ids = (await client.models.list()).data.map(({ id }) => id)
    expect(ids).toContain('claude-haiku-5-5')
    expect(await client.models.retrieve('claude-haiku-4-5')).toMatchObject({ id: 'claude-haiku-4-5-20251001', type: 'model' })
    await expect(client.models.retrieve('claude-3-5-sonnet')).rejects.toThrow(Anthropic.NotFoundError)
    now = Date.parse('2026-12-01T00:00:00Z')
    expect((await client.models.list()).data.map(({ id }) => id)).not.toContain('claude-sonnet-4-5-20250929')
  })

  it('keeps the last requests and says that it lives', async () => {
    expect((await fetch(`${simulator.url}/healthz`)).status).toBe(200)
    await client.messages.create(chefRequest())
    const { requests } = (await (await fetch(`${simulator.url}/_sim/requests`)).json()) as { requests: { body: object }[] }
    expect(requests).toEqual([expect.objectContaining({ path: '/v1/messages', body: expect.objectContaining({ max_tokens: 600 }) })])
    expect((await fetch(`${simulator.url}/_sim/requests`, { method: 'DELETE' })).status).toBe(204)
    expect(await (await fetch(`${simulator.url}/_sim/requests`)).json()).toEqual({ requests: [] })
  })
})
