import { createSecretKey } from 'node:crypto'
import { AuditedOperations, AuditLog, type Database, GateOperations, migrate, openDatabase } from '@inkling/database'
import { callOperation, type OperatorService } from '@inkling/router'
import { ManualClock } from '@inkling/suggestions/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOperatorService } from './operator-service.ts'

const ann = { name: 'ann', role: 'operator' } as const
const clock = new ManualClock()
const settings = { timeZone: 'UTC', requestsPerMinute: 100, cheapestReservation: 1n, now: () => clock.now() }
const purged: unknown[] = []
let database: Database
let service: OperatorService

beforeAll(async () => {
  database = await openDatabase({ kind: 'pglite', memory: true })
  await migrate(database)
  service = createOperatorService({
    ...{ database, settings, clock },
    operations: new GateOperations(database, settings),
    audited: new AuditedOperations({ database, settings, clock, audit: new AuditLog(createSecretKey(Buffer.alloc(32, 1))) }),
    sample: { factor: 0.8 },
    denyOverrides: { refresh: async () => {} },
    cache: {
      purge: async (target) => {
        purged.push(target)
        return 2
      },
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

test('the forecast and the ledger can be read before anything was spent', async () => {
  expect(await run('forecast')).toMatchObject({ exceeds: false, monthToDateUsd: '0', history: [] })
  expect(await run('attempts', { since: '2026-11-01' })).toEqual({ attempts: [] })
})

test('a database that is away is said in a sentence', async () => {
  await database.close()
  await expect(run('status')).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('nothing was changed') })
})
