import { createSecretKey } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AuditedOperations, AuditLog, type Database, GateOperations, migrate, openDatabase } from '@inkling/database'
import { systemRandomness } from '@inkling/suggestions'
import { ManualClock } from '@inkling/suggestions/testing'
import { Command } from 'commander'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { processEnvironment } from '../env.ts'
import { createHttpServer } from '../http.ts'
import { createOperatorService } from '../operations/operator-service.ts'
import { loadSecrets } from '../secrets.ts'
import { freePort, temporaryFolder } from '../testing/run-server.ts'
import { testServices } from '../testing/test-services.ts'
import { createTokenVerifier } from '../verify-token.ts'
import { forecastCommand } from './forecast.ts'
import { operationCommands } from './operations.ts'
import { reconcileCommand } from './reconcile.ts'

const folder = temporaryFolder()
const clock = new ManualClock(Date.now())
const settings = { timeZone: 'UTC', requestsPerMinute: 100, cheapestReservation: 1n }
let database: Database
let server: FastifyInstance

beforeAll(async () => {
  const port = await freePort()
  vi.stubEnv('INKLING_DATA_DIR', folder.path)
  vi.stubEnv('PORT', String(port))
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'ANTHROPIC_API_KEY', 'GROWTHBOOK_API_HOST', 'INKLING_TOKEN_SECRETS'])
    vi.stubEnv(name, '')
  const read = processEnvironment()
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  database = await openDatabase({ kind: 'pglite', memory: true })
  await migrate(database)
  const { services } = testServices()
  services.tokens = createTokenVerifier(loadSecrets(read.environment).tokens, () => Date.now())
  services.operations = createOperatorService({
    ...{ database, settings, clock },
    operations: new GateOperations(database, settings),
    gate: { settled: async () => {} },
    audited: new AuditedOperations({ database, settings, clock, audit: new AuditLog(createSecretKey(Buffer.alloc(32, 1))) }),
    sample: { factor: 1 },
    denyOverrides: { refresh: async () => {} },
    cache: { purge: async () => 3, invalidateUser: async () => 2 },
    ...{ randomness: systemRandomness, records: { flush: async () => {} }, retentionDays: 90, priceMaxAgeDays: 36_500 },
    userKey: (product, user) => `${product} ${user}`,
  })
  server = await createHttpServer(services)
  await server.listen({ host: '127.0.0.1', port })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await server.close()
  await database.close()
  folder.remove()
})

/** What the command writes for whoever asked, through the door of the running server. */
async function say(...args: string[]): Promise<string> {
  let written = ''
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += String(text)
    return true
  })
  try {
    const program = new Command('inkling').addCommand(forecastCommand()).addCommand(reconcileCommand())
    for (const command of operationCommands()) program.addCommand(command)
    await program.parseAsync(args, { from: 'user' })
  } finally {
    spy.mockRestore()
  }
  return written
}

test('limits are set, shown one by one and all together, and taken away', async () => {
  expect(await say('limits', 'get', '--scope', 'global', '--period', 'day')).toBe('none\n')
  expect(await say('limits', 'set', '--scope', 'global', '--period', 'day', '--usd', '0.50')).toBe('0.5\n')
  expect(await say('limits', 'get')).toBe('global\tday\t0.5\tset by command-line\n')
  expect(await say('limits', 'set', '--scope', 'global', '--period', 'day', '--usd', 'none')).toBe('none\n')
})

test('switches, holds and purges say what they did', async () => {
  expect(await say('disable', '--product', 'review')).toBe('review is off\n')
  expect(await say('enable', '--product', 'review')).toBe('review is on again\n')
  expect(await say('hold', '--reason', 'looking into it')).toBe('no new spending\n')
  expect(JSON.parse(await say('status'))).toMatchObject({ held: { reason: 'looking into it' } })
  expect(JSON.parse(await say('incidents', '--open'))).toMatchObject([{ kind: 'hold-open' }])
  expect(await say('resume')).toBe('spending goes on\n')
  expect(await say('purge', '--suggestion', 'coocook/menu-curation')).toBe('3\n')
  expect(await say('audit', 'verify')).toMatch(/^\d+ rows, intact/)
})

test('a person is erased with a receipt and exported as JSON', async () => {
  expect(JSON.parse(await say('erase', '--product', 'review', '--user', 'u1'))).toMatchObject({
    product: 'review',
    removed: { cachedAnswers: 2 },
  })
  expect(JSON.parse(await say('export', '--product', 'review', '--user', 'u1'))).toMatchObject({ product: 'review', events: [] })
})

test('the forecast is a report for people and JSON for programs', async () => {
  const report = await say('forecast')
  expect(report).toContain('No day is complete yet')
  expect(report).toContain('Roadmap 2.8: Return on investment')
  expect(JSON.parse(await say('forecast', '--json'))).toMatchObject({ exceeds: false, monthToDateUsd: '0' })
})

test('an empty ledger equals an empty bill, and a foreign request is named', async () => {
  const bill = join(folder.path, 'bill.json')
  writeFileSync(bill, '{"entries":[]}')
  expect(await say('reconcile', '--bill', bill)).toContain('No difference.')
  writeFileSync(bill, '{"entries":[{"requestId":"req_1","usd":"0.000001"}]}')
  await expect(say('reconcile', '--bill', bill)).rejects.toThrow('differs from the bill in 1 places')
  for (const wrong of ['{', '{}', '{"entries":[{"requestId":"req_1","usd":"much"}]}']) {
    writeFileSync(bill, wrong)
    await expect(say('reconcile', '--bill', bill)).rejects.toThrow(/no bill|plain amount/)
  }
})
