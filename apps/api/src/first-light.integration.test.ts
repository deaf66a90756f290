import { type FaultRule, type Simulator, startSimulator } from '@inkling/claude-simulator'
import { createClient, mintWidgetToken } from '@inkling/client'
import type { Answer, AnswerEvent } from '@inkling/contracts'
import { formatUsd, parseUsd } from '@inkling/cost'
import { ledger, openDatabase } from '@inkling/database'
import { registry } from '@inkling/prompts'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Composition, compose } from './compose.ts'
import { databaseLocation } from './compose-database.ts'
import { type Environment, readEnvironment } from './env.ts'
import { createHttpServer } from './http.ts'
import { freePort, temporaryFolder, until } from './testing/run-server.ts'

const { chefRecommendation, menuCuration, reviewTemplate } = registry.coocook
const chefAddress = '/api/v1/suggestions/coocook/chef-recommendation'

const folder = temporaryFolder()
let simulator: Simulator
let environment: Environment
let composition: Composition
let server: Awaited<ReturnType<typeof createHttpServer>>
let url: string
let partySize = 1

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, latency: 'none', rateLimits: { requestsPerMinute: 100_000 } })
  const read = readEnvironment({
    INKLING_DATA_DIR: folder.path,
    ANTHROPIC_BASE_URL: simulator.url,
    CLAUDE_TIMEOUT_MS: '1500',
    CLAUDE_DAILY_BUDGET_USD: '1',
    CLAUDE_RATE_LIMIT_RPM: '10000',
    INKLING_LOG_LEVEL: 'silent',
  })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  environment = read.environment
  composition = await compose(environment, () => {})
  server = await createHttpServer(composition.services)
  url = await server.listen({ host: '127.0.0.1', port: await freePort() })
})

afterAll(async () => {
  await server.close()
  await composition.close()
  await simulator.close()
  folder.remove()
})

afterEach(() => fetch(`${simulator.url}/_sim/faults`, { method: 'DELETE' }))

async function token(changes: { server?: boolean; debug?: boolean; locale?: 'en' | 'ko'; userId?: string } = {}): Promise<string> {
  const [secret = ''] = composition.services.secrets.tokens.of('coocook')
  return mintWidgetToken(secret, { product: 'coocook', userId: 'u1', server: true, ...changes })
}

async function post(path: string, body: unknown, bearer?: string): Promise<Response> {
  const headers = { authorization: `Bearer ${bearer ?? (await token())}`, 'content-type': 'application/json' }
  return fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** A context that was not asked for before, so that the cache cannot answer. */
const freshContext = () => ({ ...chefRecommendation.example, partySize: partySize++ })

async function ask(context: unknown = freshContext(), path = chefAddress): Promise<Answer> {
  const response = await post(path, context)
  expect(response.status).toBe(200)
  return (await response.json()) as Answer
}

const fault = (rule: FaultRule) => fetch(`${simulator.url}/_sim/faults`, { method: 'PUT', body: JSON.stringify({ rules: [rule] }) })
const bill = async () =>
  (await (await fetch(`${simulator.url}/_sim/bill`)).json()) as { totalUsd: string; entries: { requestId: string; usd: string }[] }
const attempts = (answer: Answer) => ledger.attemptsOf(composition.database, answer.suggestionId.split('.')[0] ?? '')

describe('one suggestion, all the way', () => {
  test('is answered by Claude over HTTP, costs what the bill says, and the ledger knows it', async () => {
    const answer = await ask()
    expect(answer.meta).toMatchObject({ source: 'claude', simulated: true, model: 'claude-haiku-5-5' })
    const offered = new Set(chefRecommendation.example.chefs.map(({ id }) => id))
    for (const item of answer.items) expect(offered).toContain((item as { chefId: string }).chefId)
    const [row] = await attempts(answer)
    const entry = (await bill()).entries.find(({ requestId }) => requestId === row?.provider_request_id)
    expect(row).toMatchObject({ state: 'settled', outcome: 'complete', estimated: false })
    expect(formatUsd(row?.charged_pico ?? 0n)).toBe(entry?.usd)
    expect(answer.meta.costUsd).toBe(entry?.usd)
  })

  test('comes from the cache the second time, through every door', async () => {
    const context = freshContext()
    await ask(context)
    const client = createClient({ url, token })
    const overTrpc = await client.suggest.coocook.chefRecommendation.query(context)
    expect([(await ask(context)).meta.source, overTrpc.meta.source]).toEqual(['cache', 'cache'])
    const events: AnswerEvent[] = []
    for await (const event of await client.suggestStream.coocook.chefRecommendation.query(context)) events.push(event)
    expect(events.map(({ type }) => type)).toEqual(['answer-start', ...overTrpc.items.map(() => 'item'), 'answer-end'])
    expect(events.at(-1)).toMatchObject({ meta: { source: 'cache' } })
  })

  test('several streams of one tick share one request', async () => {
    const client = createClient({ url, token })
    const streams = [
      client.suggestStream.coocook.menuCuration.query({ ...menuCuration.example, guests: 3 }),
      client.suggestStream.coocook.reviewTemplate.query(reviewTemplate.example),
    ]
    for (const stream of streams) {
      const events: AnswerEvent[] = []
      for await (const event of await stream) events.push(event)
      expect(events.at(-1)).toMatchObject({ type: 'answer-end', meta: { source: 'claude' } })
    }
  })

  test('a mistake in a stream has the same code, field and sentence as over plain HTTP', async () => {
    const client = createClient({ url, token })
    const wrong = { ...freshContext(), partySize: 0 }
    const overHttp = (await (await post(chefAddress, wrong)).json()) as { error: { code: string; message: string } }
    const overTrpc = await client.suggestStream.coocook.chefRecommendation.query(wrong).catch((error) => error.data?.inkling)
    const { code, message } = overHttp.error
    expect(overTrpc).toMatchObject({ code, message, field: 'partySize' })
  })

  test('answers in Korean where the token says so', async () => {
    const bearer = await token({ locale: 'ko' })
    const answer = (await (await post('/api/v1/suggestions/coocook/menu-curation', menuCuration.example, bearer)).json()) as Answer
    expect(answer.meta.source).toBe('claude')
    for (const item of answer.items) expect((item as { dish: string }).dish).toMatch(/\p{Script=Hangul}/u)
  })

  test('feedback reaches the database once, however often it is sent', async () => {
    const { suggestionId } = await ask()
    const id = composition.services.newRequestId()
    const events = [{ id, suggestionId, type: 'convert', value: 42.5 }]
    for (let sent = 0; sent < 3; sent++)
      expect(await (await post('/api/v1/feedback', { events })).json()).toEqual({ accepted: [id], rejected: [] })
    const rows = await composition.database.kysely.selectFrom('events').selectAll().where('id', '=', id).execute()
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ type: 'convert', product: 'coocook' })
  })

  test('the experiment arm is exposed once per user, experiment and variation', async () => {
    await ask()
    await ask()
    const read = () => composition.database.kysely.selectFrom('experiment_viewed').selectAll().execute()
    await until(async () => (await read()).length > 0)
    expect(await read()).toMatchObject([{ experiment_id: 'coocook-chef-prompt-202611' }])
  })
})

describe('a fault of Claude', () => {
  const cases: [string, FaultRule, { source: string; reason?: string }, { outcome: string; estimated: boolean; free?: boolean }][] = [
    [
      'a 500',
      { kind: 'status', status: 500 },
      { source: 'template', reason: 'upstream-error' },
      { outcome: 'server-error', estimated: true },
    ],
    [
      'a 529',
      { kind: 'status', status: 529 },
      { source: 'template', reason: 'upstream-error' },
      { outcome: 'rejected', estimated: false, free: true },
    ],
    [
      'a 429',
      { kind: 'status', status: 429, retryAfter: 60 },
      { source: 'template', reason: 'rate-limited' },
      { outcome: 'rejected', estimated: false, free: true },
    ],
    [
      'a hang after the headers',
      { kind: 'delay-body', delayMs: 10_000 },
      { source: 'template', reason: 'timeout' },
      { outcome: 'timeout', estimated: true },
    ],
    [
      'a hang before the headers',
      { kind: 'delay-headers', delayMs: 10_000 },
      { source: 'template', reason: 'timeout' },
      { outcome: 'timeout', estimated: true },
    ],
    ['cut JSON', { kind: 'truncated' }, { source: 'template' }, { outcome: 'truncated', estimated: false }],
    [
      'JSON that is none',
      { kind: 'invalid-json' },
      { source: 'template', reason: 'invalid-output' },
      { outcome: 'complete', estimated: false },
    ],
    [
      'a reset connection',
      { kind: 'reset', afterBytes: 0 },
      { source: 'template', reason: 'upstream-error' },
      { outcome: 'connection-reset', estimated: true },
    ],
    ['a refusal', { kind: 'refusal' }, { source: 'template', reason: 'refused' }, { outcome: 'refused', estimated: false, free: true }],
  ]
  test.each(cases)('%s gives a valid answer with its reason, and the ledger is settled', async (_, rule, meta, settled) => {
    await composition.operations.resume('test')
    await fault(rule)
    const answer = await ask()
    expect(answer.items.length).toBeGreaterThanOrEqual(3)
    if (meta.source === 'template' && rule.kind !== 'truncated') expect(answer.meta).toMatchObject(meta)
    const rows = await attempts(answer)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      expect(row).toMatchObject({ state: 'settled', outcome: settled.outcome, estimated: settled.estimated })
      if (settled.free) expect(row.charged_pico).toBe(0n)
      else expect(row.charged_pico).toBeGreaterThan(0n)
      expect(row.charged_pico).toBeLessThanOrEqual(row.reserved_pico)
    }
    await composition.operations.resume('test')
  })

  test('a candidate that was not offered is dropped, the others stay', async () => {
    await fault({ kind: 'foreign-candidate' })
    const offered = new Set(chefRecommendation.example.chefs.map(({ id }) => id))
    const answer = await ask()
    for (const item of answer.items) expect(offered).toContain((item as { chefId: string }).chefId)
    expect(answer.items.length).toBeGreaterThanOrEqual(3)
  })

  test('personal data that Claude invents is not shown', async () => {
    await fault({ kind: 'personal-data' })
    const answer = await ask()
    expect(JSON.stringify(answer.items)).not.toMatch(/@|\d{3}[- ]\d{3,4}[- ]\d{4}/)
  })
})

test('after a mixed run the ledger equals the bill to the last unit, and estimates are never below it', async () => {
  await composition.operations.resume('test')
  const known = new Set((await bill()).entries.map(({ requestId }) => requestId))
  const first = new Date()
  const rules: (FaultRule | undefined)[] = [
    undefined,
    { kind: 'truncated' },
    { kind: 'refusal' },
    { kind: 'status', status: 529 },
    { kind: 'cut-stream', afterBytes: 900 },
    { kind: 'error-event', afterBytes: 900 },
  ]
  for (let round = 0; round < 4; round++) {
    for (const rule of rules) {
      await fetch(`${simulator.url}/_sim/faults`, { method: 'DELETE' })
      if (rule) await fault({ ...rule, times: 1 })
      await ask()
    }
    await composition.operations.resume('test')
  }
  const rows = await composition.database.kysely.selectFrom('attempts').selectAll().where('reserved_at', '>=', first).execute()
  const billed = new Map(
    (await bill()).entries.filter(({ requestId }) => !known.has(requestId)).map(({ requestId, usd }) => [requestId, parseUsd(usd) ?? 0n]),
  )
  const exact = rows.filter(({ estimated }) => !estimated)
  expect(exact.length).toBeGreaterThan(10)
  for (const row of exact) expect([row.outcome, row.charged_pico]).toEqual([row.outcome, billed.get(row.provider_request_id ?? '') ?? 0n])
  const sum = (values: Iterable<bigint | null>) => [...values].reduce<bigint>((total, value) => total + (value ?? 0n), 0n)
  expect(sum(rows.map(({ charged_pico }) => charged_pico))).toBeGreaterThanOrEqual(sum(billed.values()))
  for (const requestId of billed.keys()) expect(rows.filter((row) => row.provider_request_id === requestId)).toHaveLength(1)
  expect(await ledger.openReservations(composition.database)).toEqual([])
})

test('what was written is there for whoever opens the database next', async () => {
  expect(databaseLocation(environment)).toMatchObject({ kind: 'pglite' })
  await expect(openDatabase(databaseLocation(environment))).rejects.toThrow(/in use|owner|process/i)
})
