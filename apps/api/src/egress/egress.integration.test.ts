import { hasRedisServer, type OwnRedis, startOwnRedis } from '@inkling/cache/testing'
import { type Simulator, startSimulator } from '@inkling/claude-simulator'
import { hasPostgresPrograms, type OwnPostgres, startOwnPostgres } from '@inkling/database/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Replicas, runReplicas } from '../testing/run-replicas.ts'
import { until } from '../testing/run-server.ts'
import { chooseSendings } from './testing/choose-sendings.ts'
import { freeTextFields } from './testing/free-text-fields.ts'
import { hasLabelledTexts, readLabelledTexts } from './testing/labelled-texts.ts'
import { plantCanaries } from './testing/planted-canaries.ts'
import { holds, type Sending, type Sent, sendTexts } from './testing/send-texts.ts'
import { readFolder, readSinks } from './testing/sinks.ts'
import { searchFor } from './testing/value-search.ts'

// INKLING_EGRESS=full sends every text through every field (98,560 requests); otherwise a fixed part of the pairs.
const stride = process.env.INKLING_EGRESS === 'full' ? 1 : 151
const unlimited = { requestsPerMinute: 1e6, inputTokensPerMinute: 1e10, outputTokensPerMinute: 1e10 }
const hourMs = 3_600_000

if (!hasLabelledTexts) process.stderr.write('\n*** ../shared/data/safety is absent: the egress of labelled texts IS NOT TESTED ***\n')

describe.runIf(hasPostgresPrograms && hasRedisServer)('nothing personal leaves', () => {
  const fields = freeTextFields()
  let postgres: OwnPostgres
  let redis: OwnRedis
  let simulator: Simulator
  let replicas: Replicas
  let before: Map<string, string>

  beforeAll(async () => {
    ;[postgres, redis, simulator] = await Promise.all([
      ...[startOwnPostgres(), startOwnRedis()],
      startSimulator({ port: 0, latency: 'none', rateLimits: unlimited }),
    ] as const)
    replicas = await runReplicas({
      ...{ databaseUrl: postgres.url, redisUrl: redis.url, simulatorUrl: simulator.url, count: 1 },
      environment: {
        ...{ CLAUDE_RATE_LIMIT_RPM: '20000', CLAUDE_DAILY_BUDGET_USD: '10000', CLAUDE_MONTHLY_BUDGET_USD: '100000' },
        ...{ INKLING_LOG_LEVEL: 'debug', CLAUDE_TIMEOUT_MS: '60000' },
      },
    })
    before = await sinks()
  })

  afterAll(async () => {
    await replicas?.dispose()
    await Promise.all([postgres?.dispose(), redis?.close(), simulator?.close()])
  })

  const sinks = () =>
    readSinks({
      ...{ replica: replicas.all[0]!, databaseUrl: postgres.url, redisUrl: redis.url },
      dataFolder: replicas.all[0]!.dataFolder,
    })
  const send = (sendings: readonly Sending[], round: string) => sendTexts(sendings, { replicas, simulatorUrl: simulator.url, round })

  /** Where a value stands that was not there before anything was sent. */
  async function placesWith(values: Set<string>): Promise<string[]> {
    const known = new Set([...before.values()].flatMap((text) => [...searchFor(values)(text)]))
    const foreignIn = searchFor(values.difference(known))
    return [...(await sinks())].flatMap(([place, text]) => [...foreignIn(text)].map((value) => `${place}: ${value}`))
  }

  const valuesOf = (sent: readonly Sent[]) => new Set(sent.flatMap(({ values }) => values))
  const inErrors = (sent: readonly Sent[]) => sent.filter(({ error, values }) => values.some((value) => holds(error, value)))

  test('of a thousand planted values in ten shapes none goes out and none is kept', { timeout: hourMs }, async () => {
    const roomy = fields.filter(({ maximumLength }) => maximumLength >= 40)
    const sendings = plantCanaries(1_000).map(({ text, value }, index) => ({ field: roomy[index % roomy.length]!, text, values: [value] }))
    const sent = await send(sendings, 'canary')
    expect(sent.filter(({ status }) => status !== 200).map(({ error }) => error)).toEqual([])
    expect(sent.filter(({ outgoing, values }) => values.some((value) => holds(outgoing, value))).map(({ text }) => text)).toEqual([])
    // Far from everything was refused: the words around a value do go out.
    expect(sent.filter(({ outgoing }) => outgoing !== '').length).toBeGreaterThan(500)
    expect(await placesWith(valuesOf(sent))).toEqual([])
  })

  test('while Postgres is away nothing of a text waits on disk', async () => {
    await postgres.stop()
    const sendings = plantCanaries(200).map(({ text, value }, index) => ({ field: fields[index % fields.length]!, text, values: [value] }))
    const fitting = sendings.filter(({ field, text }) => text.length <= field.maximumLength)
    const sent = await send(fitting, 'spooled')
    expect(inErrors(sent)).toEqual([])
    const spool = readFolder(replicas.all[0]!.dataFolder)
    await postgres.start()
    expect(spool.length).toBeGreaterThan(1_000)
    expect([...valuesOf(sent)].filter((value) => holds(spool, value))).toEqual([])
    await until(async () => (await fetch(`${replicas.urls[0]}/readyz`)).ok)
    expect(await placesWith(valuesOf(sent))).toEqual([])
  })

  test('a request that is wrong is refused without repeating what it held', async () => {
    const sendings = plantCanaries(200).map(({ text, value }, index) => {
      const field = fields[index % fields.length]!
      return { field, text: text.repeat(Math.ceil(field.maximumLength / text.length) + 1), values: [value] }
    })
    const sent = await send(sendings, 'wrong')
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([400]))
    expect(inErrors(sent)).toEqual([])
    expect(await placesWith(valuesOf(sent))).toEqual([])
  })

  test.runIf(hasLabelledTexts)(
    'of labelled texts nothing goes out but what the detectors miss, and nothing at all is kept',
    { timeout: hourMs },
    async () => {
      const sent = await send(chooseSendings(readLabelledTexts(), fields, stride), 'labelled')
      expect(new Set(sent.map(({ field }) => field)).size).toBe(fields.length)
      const beyondMisses = sent.flatMap(({ outgoing, values, detectorsLeave, text }) =>
        values.filter((value) => holds(outgoing, value) && !detectorsLeave.includes(value)).map((value) => `${value} in ${text}`),
      )
      expect(beyondMisses).toEqual([])
      expect(inErrors(sent)).toEqual([])
      expect(await placesWith(valuesOf(sent))).toEqual([])
    },
  )
})
