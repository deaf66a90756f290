import { createSecretKey } from 'node:crypto'
import { AuditedOperations, AuditLog, type Database, GateOperations, migrate, openDatabase, runRetention } from '@inkling/database'
import { callOperation, type OperatorService } from '@inkling/router'
import { systemRandomness } from '@inkling/suggestions'
import { ManualClock } from '@inkling/suggestions/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOperatorService } from './operator-service.ts'

const ann = { name: 'ann', role: 'operator' } as const
const clock = new ManualClock()
const settings = { timeZone: 'UTC', requestsPerMinute: 100, cheapestReservation: 1n, now: () => clock.now() }
const purged: unknown[] = []
let purgeable: number | undefined = 2
let database: Database
let cachedAnswers: number | undefined = 3
let service: OperatorService

beforeAll(async () => {
  database = await openDatabase({ kind: 'pglite', memory: true })
  await migrate(database)
  service = createOperatorService({
    ...{ database, settings, clock },
    operations: new GateOperations(database, settings),
    gate: { settled: async () => {} },
    audited: new AuditedOperations({ database, settings, clock, audit: new AuditLog(createSecretKey(Buffer.alloc(32, 1))) }),
    sample: { factor: 0.8 },
    ...{ randomness: systemRandomness, records: { flush: async () => {} }, retentionDays: 90, priceMaxAgeDays: 36_500 },
    userKey: (product, user) => `pseudonym of ${product} ${user}`,
    denyOverrides: { refresh: async () => {} },
    cache: {
      purge: async (target) => {
        purged.push(target)
        return purgeable
      },
      invalidateUser: async () => cachedAnswers,
    },
  })
})
afterAll(() => database.close())

const run = <Name extends Parameters<typeof callOperation>[0]>(name: Name, body: unknown = {}) => callOperation(name, ann, body, service)

test('a limit that is set stands in the limits, in the status and in the audit log', async () => {
  const { limits } = await run('setLimit', { scope: 'global', period: 'day', usd: '0.5' })
  expect(limits).toMatchObject([{ scope: 'global', period: 'day', limitUsd: '0.5', origin: 'operator', setBy: 'ann' }])
  const status = await run('status')
  expect(status).toMatchObject({
    spending: [
      { scope: 'global', period: 'day', start: '2026-11-22', settledUsd: '0', limitUsd: '0.5', exhausted: false },
      { scope: 'global', period: 'month', start: '2026-11-01' },
    ],
    breaker: { state: 'closed' },
    rate: { perMinute: 100, remaining: 100 },
    sampling: 0.8,
    openIncidents: 0,
  })
  expect(await run('verifyAudit')).toMatchObject({ intact: true, rows: '1' })
  await expect(run('setLimit', { scope: 'global', period: 'day', usd: 'much' })).rejects.toMatchObject({
    code: 'invalid-input',
    field: 'usd',
  })
})

test('what is switched off is named in one way, however it was written', async () => {
  for (const target of [
    { suggestion: 'coocook/menu-curation' },
    { suggestion: 'coocook.menuCuration' },
    { product: 'coocook', suggestion: 'menu-curation' },
  ]) {
    expect(await run('disable', target)).toEqual({ target: 'coocook.menuCuration' })
  }
  expect((await run('status')).disabled).toMatchObject([{ target: 'coocook.menuCuration', by: 'ann' }])
  expect(await run('enable', { suggestion: 'coocook/menu-curation' })).toEqual({ target: 'coocook.menuCuration', wasDisabled: true })
  expect(await run('disable', { product: 'review' })).toEqual({ target: 'review' })
  await expect(run('disable', { product: 'review', suggestion: 'coocook/menu-curation' })).rejects.toMatchObject({ field: 'suggestion' })
})

test('a hold is an incident until spending is resumed', async () => {
  await run('hold', { reason: 'looking into it' })
  expect((await run('status')).held).toMatchObject({ reason: 'looking into it', by: 'ann' })
  expect((await run('incidents', { open: true })).incidents).toMatchObject([{ kind: 'hold-open', severity: 'critical' }])
  expect(await run('resume')).toEqual({ lifted: [], remaining: [] })
  expect((await run('incidents', { open: true })).incidents).toEqual([])
})

test('a purge goes by answer or by suggestion, never by both or neither', async () => {
  expect(await run('purge', { answer: '019ab000-0000-7000-8000-000000000000.sealed' })).toEqual({ removed: 2 })
  expect(await run('purge', { suggestion: 'coocook/menu-curation', promptVersion: 'p1' })).toEqual({ removed: 2 })
  expect(purged).toEqual([
    { answerId: '019ab000-0000-7000-8000-000000000000' },
    { suggestion: 'coocook.menuCuration', promptVersion: 'p1' },
  ])
  for (const target of [{}, { answer: 'a', suggestion: 'coocook/menu-curation' }]) {
    await expect(run('purge', target)).rejects.toMatchObject({ code: 'invalid-input' })
  }
})

test('a purge of an answer that nobody knows says so, since one shown just now may not be recorded yet', async () => {
  purgeable = 0
  await expect(run('purge', { answer: '019ab000-0000-7000-8000-00000000ffff.sealed' })).rejects.toMatchObject({ code: 'not-found' })
  expect(await run('purge', { suggestion: 'coocook/menu-curation' })).toEqual({ removed: 0 })
})

test('a purge that did not reach the cache is no success, and stands in no log', async () => {
  const { rows } = (await run('verifyAudit')) as { rows: string }
  purgeable = undefined
  await expect(run('purge', { suggestion: 'coocook/menu-curation' })).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('purge again'),
  })
  expect(await run('verifyAudit')).toMatchObject({ intact: true, rows })
})

test('the forecast and the ledger can be read before anything was spent', async () => {
  expect(await run('forecast')).toMatchObject({ exceeds: false, monthToDateUsd: '0', history: [] })
  expect(await run('attempts', { since: '2026-11-01' })).toEqual({ attempts: [] })
})

test('the status says what is kept and when it was last cleared', async () => {
  expect((await run('status')).retention).toEqual({ days: 90 })
  await runRetention(database, 90, clock.now())
  expect((await run('status')).retention).toEqual({
    days: 90,
    lastRun: {
      ...{ day: '2026-11-22', startedAt: '2026-11-22T12:00:00.000Z', finishedAt: '2026-11-22T12:00:00.000Z' },
      ...{ firstDayKept: '2026-08-24', partitionsDropped: 0, rowsDeleted: 0 },
    },
  })
})

describe('a person', () => {
  const ann1 = { product: 'coocook', user: 'ann@example.com' } as const
  const actsOf = (action: string) => database.kysely.selectFrom('audit_log').selectAll().where('action', '=', action).execute()

  test('is erased with a receipt that names nobody, and the log knows of it in the same terms', async () => {
    const receipt = await run('erase', ann1)
    expect(receipt).toEqual({
      receiptId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      product: 'coocook',
      person: expect.stringMatching(/^[0-9a-f]{64}$/),
      erasedAt: '2026-11-22T12:00:00.000Z',
      removed: { events: 0, exposures: 0, exposureKeys: 0, servedAnswers: 0, securityEvents: 0, cachedAnswers: 3 },
      ledgerRowsCleared: 0,
    })
    const [act] = await actsOf('erase')
    expect(act).toMatchObject({ target: `coocook/${receipt.receiptId}`, after: { person: receipt.person, removed: receipt.removed } })
    expect(JSON.stringify([receipt, act], (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(/ann@|pseudonym/)
    expect((await run('export', ann1)).person).toBe(receipt.person)
    expect((await run('erase', { ...ann1, product: 'review' })).person).not.toBe(receipt.person)
  })

  test('is not said to be erased while the cache does not answer', async () => {
    const before = (await actsOf('erase')).length
    cachedAnswers = undefined
    await expect(run('erase', ann1)).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('nothing was erased') })
    cachedAnswers = 0
    expect(await actsOf('erase')).toHaveLength(before)
  })

  test('gets what is kept, and that somebody looked is in the log', async () => {
    expect(await run('export', ann1)).toMatchObject({ product: 'coocook', events: [], ledgerRows: [] })
    expect(await actsOf('export')).toMatchObject([{}, { actor: 'ann', after: { events: 0, ledgerRows: 0 } }])
    expect(await run('verifyAudit')).toMatchObject({ intact: true })
  })
})

test('a database that is away is said in a sentence', async () => {
  await database.close()
  await expect(run('status')).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('nothing was changed') })
})
