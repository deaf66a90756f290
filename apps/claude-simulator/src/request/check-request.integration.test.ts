import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Simulator, startSimulator } from '../start-simulator.ts'
import { chefRequest, listSchema, objectSchema, post, readBill } from '../testing/requests.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ now: () => Date.parse('2026-11-22T12:00:00Z'), rateLimits: { requestsPerMinute: 5 } })
})
afterAll(() => simulator.close())

interface ErrorBody {
  type: string
  error: { type: string; message: string }
  request_id: string
}

async function refusal(body: unknown, headers?: Record<string, string>): Promise<{ status: number; type: string; message: string }> {
  const response = await post(simulator.url, body, headers)
  const error = (await response.json()) as ErrorBody
  expect(error).toMatchObject({ type: 'error', request_id: response.headers.get('request-id') })
  expect(response.headers.get('anthropic-ratelimit-requests-limit')).toBe('5')
  return { status: response.status, ...error.error }
}

const sonnet = { ...chefRequest(), model: 'claude-sonnet-5-5', thinking: { type: 'between_tools' } }
const tools = [{ name: 't', input_schema: { type: 'object' } }]
const withSchema = (schema: object) => chefRequest(schema as { [key: string]: unknown })
const optional = (count: number) => ({
  ...objectSchema(Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, { type: 'string' }]))),
  required: [],
})
const unions = (count: number) =>
  objectSchema(
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, { anyOf: [{ type: 'string' }, { type: 'null' }] }])),
  )

describe('a request that the API would refuse', () => {
  it.each([
    ['no model', { ...chefRequest(), model: undefined }, /^model: Field required/],
    ['no max_tokens', { ...chefRequest(), max_tokens: undefined }, /^max_tokens: Field required/],
    ['no messages', { ...chefRequest(), messages: undefined }, /^messages: Field required/],
    ['empty messages', { ...chefRequest(), messages: [] }, /^messages: at least one/],
    ['a temperature', { ...chefRequest(), temperature: 1 }, /^temperature: /],
    ['a top_p', { ...chefRequest(), top_p: 1 }, /^top_p: /],
    ['a top_k', { ...chefRequest(), top_k: 1 }, /^top_k: /],
    ['an unknown field', { ...chefRequest(), foo: 1 }, /^foo: Extra inputs/],
    [
      'a prefill',
      {
        ...chefRequest(),
        messages: [
          { role: 'user', content: 'a' },
          { role: 'assistant', content: '{' },
        ],
      },
      /prefill/,
    ],
    [
      'an empty text',
      { ...chefRequest(), messages: [{ role: 'user', content: [{ type: 'text', text: ' ' }] }] },
      /^messages\.0\.content\.0\.text: /,
    ],
    [
      'thinking disabled on Sonnet',
      { ...sonnet, thinking: { type: 'disabled' } },
      /^thinking\.type: 'disabled' is not supported on claude-sonnet-5-5/,
    ],
    ['between_tools on Haiku', { ...chefRequest(), thinking: { type: 'between_tools' } }, /^thinking\.type: /],
    ['no thinking at the highest effort', { ...chefRequest(), output_config: { effort: 'max' } }, /^thinking\.type: /],
    ['a forced tool on Sonnet', { ...sonnet, tools, tool_choice: { type: 'any' } }, /^tool_choice\.type: /],
    ['an unknown forced tool', { ...chefRequest(), tools, tool_choice: { type: 'tool', name: 'x' } }, /^tool_choice\.name: /],
    ['too many max_tokens', { ...chefRequest(), max_tokens: 200_000 }, /^max_tokens: 200000 > 128000/],
    ['a wrong region', { ...chefRequest(), inference_geo: 'eu' }, /^inference_geo: /],
    ['a wrong tier', { ...chefRequest(), service_tier: 'batch' }, /^service_tier: /],
    ['a wrong user id', { ...chefRequest(), metadata: { user_id: 'x'.repeat(257) } }, /^metadata\.user_id: /],
    ['a wrong effort', { ...chefRequest(), output_config: { effort: 'tiny' } }, /^output_config\.effort: /],
    ['a wrong format', { ...chefRequest(), output_config: { format: { type: 'json' } } }, /^output_config\.format\.type: /],
    ['a blank stop sequence', { ...chefRequest(), stop_sequences: [' '] }, /^stop_sequences\.0: /],
    [
      'a wrong cache mark',
      { ...chefRequest(), system: [{ type: 'text', text: 'a', cache_control: { type: 'x' } }] },
      /^system\.0\.cache_control\.type: /,
    ],
    ['text that is no JSON', '{', /^body: /],
    [
      'minimum',
      withSchema(listSchema({ a: { type: 'number', minimum: 0 } }, '')),
      /schema\.properties\.items\.items\.properties\.a: .*'minimum'/,
    ],
    ['maxLength', withSchema(listSchema({ a: { type: 'string', maxLength: 5 } }, '')), /'maxLength' is not supported/],
    ['maxItems', withSchema(objectSchema({ a: { type: 'array', items: { type: 'string' }, maxItems: 2 } })), /'maxItems' is not supported/],
    ['minItems above 1', withSchema(objectSchema({ a: { type: 'array', items: { type: 'string' }, minItems: 2 } })), /minItems/],
    ['missing additionalProperties', withSchema({ type: 'object', properties: {} }), /additionalProperties/],
    ['open additionalProperties', withSchema({ type: 'object', properties: {}, additionalProperties: true }), /additionalProperties/],
    [
      'recursion',
      withSchema({ $defs: { n: objectSchema({ next: { $ref: '#/$defs/n' } }) }, ...objectSchema({ n: { $ref: '#/$defs/n' } }) }),
      /Recursive/,
    ],
    ['recursion to the root', withSchema(objectSchema({ n: { $ref: '#' } })), /Recursive/],
    ['25 optional properties', withSchema(optional(25)), /at most 24 optional/],
    ['17 unions', withSchema(unions(17)), /at most 16/],
  ])('gets a 400 that names the place: %s', async (_, body, message) => {
    const answer = await refusal(body)
    expect(answer).toMatchObject({ status: 400, type: 'invalid_request_error' })
    expect(answer.message).toMatch(message)
  })

  it('is let through just below the limits of schemas', async () => {
    for (const schema of [optional(24), unions(16)]) {
      expect((await post(simulator.url, withSchema(schema), {}, '/v1/messages/count_tokens')).status).toBe(200)
    }
  })

  it('gets a 404 for unknown and retired models and unknown addresses', async () => {
    expect(await refusal({ ...chefRequest(), model: 'claude-3-5-sonnet-20241022' })).toMatchObject({ status: 404, type: 'not_found_error' })
    expect(await refusal({ ...chefRequest(), model: 'gpt' })).toMatchObject({ status: 404, message: 'model: gpt' })
    const elsewhere = await post(simulator.url, {}, {}, '/v1/complete')
    expect(elsewhere.status).toBe(404)
    expect(await elsewhere.json()).toMatchObject({ error: { type: 'not_found_error' } })
  })

  it('gets a 401 without a key, a 400 without a version, and takes either kind of key', async () => {
    expect(await refusal(chefRequest(), { authorization: '' })).toMatchObject({ status: 401, type: 'authentication_error' })
    expect(await refusal({}, { authorization: '', 'x-api-key': 'key' })).toMatchObject({ status: 400 })
    expect(await refusal(chefRequest(), { 'anthropic-version': 'x' })).toMatchObject({
      status: 400,
      message: expect.stringMatching(/^anthropic-version/),
    })
    const response = await fetch(`${simulator.url}/v1/models`, { headers: { 'x-api-key': 'key' } })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { message: 'anthropic-version: header is required' } })
  })

  it('gets a 413 above 32 MB', async () => {
    const body = Buffer.alloc(32 * 1024 * 1024 + 1, 'a').toString()
    const response = await post(simulator.url, body)
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ error: { type: 'request_too_large' } })
  })

  it('is never billed, and too many requests a minute get a 429 that says when to come back', async () => {
    const statuses: number[] = []
    for (let count = 0; count < 6; count += 1) {
      const response = await post(simulator.url, { ...chefRequest(), model: 'claude-opus-5-5', thinking: { type: 'adaptive' } })
      statuses.push(response.status)
      if (response.status === 429) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
      await response.text()
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    expect((await readBill(simulator.url)).entries).toHaveLength(5)
  })
})
