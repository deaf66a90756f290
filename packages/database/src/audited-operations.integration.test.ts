import { createSecretKey } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AuditLog } from './audit-log.ts'
import { AuditedOperations } from './audited-operations.ts'
import { type GateFixture, openGateFixture, settlementOf } from './testing/gate-fixture.ts'
import { engines } from './testing/test-database.ts'

const ann = { name: 'ann', role: 'operator' }
const key = createSecretKey(Buffer.alloc(32, 7))

describe.each(engines)("operators' acts, on %s", (engine) => {
  let fixture: GateFixture
  let audit: AuditLog
  let operations: AuditedOperations
  beforeAll(async () => {
    fixture = await openGateFixture(engine)
  })
  afterAll(() => fixture.dispose())
  beforeEach(async () => {
    await fixture.reset()
    await run('delete from audit_log')
    await run(`update audit_head set sequence = 0, code = '', seal = ''`)
    audit = new AuditLog(key)
    operations = new AuditedOperations({ database: fixture.database, settings: fixture.settings, clock: fixture.clock, audit })
  })

  const run = (text: string) => fixture.database.statement(text, [], 5_000)
  const log = () => fixture.database.kysely.selectFrom('audit_log').selectAll().orderBy('sequence').execute()

  async function threeActs() {
    await operations.disable(ann, 'coocook', 'incident 7')
    await operations.setLimit(ann, 'global', 'day', 500n)
    await operations.enable(ann, 'coocook')
  }

  it('stand in the log with who, what, before and after', async () => {
    await threeActs()
    await operations.setLimit({ name: 'bob', role: 'admin' }, 'global', 'day', undefined)
    expect(await log()).toMatchObject([
      { sequence: 1n, actor: 'ann', role: 'operator', action: 'disable', target: 'coocook', before: null, after: 'incident 7' },
      { sequence: 2n, action: 'set-limit', target: 'global/day', before: null, after: '500 pico-usd' },
      { sequence: 3n, action: 'enable', target: 'coocook', before: 'incident 7', after: null },
      { sequence: 4n, actor: 'bob', role: 'admin', action: 'set-limit', before: '500 pico-usd', after: null },
    ])
    expect(await audit.verify(fixture.database)).toMatchObject({ intact: true, rows: 4n })
  })

  it('take effect in the gate when they return', async () => {
    await operations.disable(ann, 'coocook', 'incident 7')
    expect(await fixture.gate.reserve(fixture.request())).toEqual({ granted: false, reason: 'disabled' })
    await operations.enable(ann, 'coocook')
    await operations.setLimit(ann, 'global', 'day', 50n)
    expect(await fixture.gate.reserve(fixture.request())).toMatchObject({ granted: false, reason: 'budget-exhausted' })
    await operations.setLimit(ann, 'global', 'day', 500n)
    await operations.hold(ann, 'looking into it')
    expect(await fixture.gate.reserve(fixture.request())).toMatchObject({ granted: false, reason: 'breaker-open' })
    expect(await operations.resume(ann)).toEqual([])
    expect(await fixture.gate.reserve(fixture.request())).toEqual({ granted: true })
  })

  it('say which ceilings a resumption could not lift', async () => {
    await operations.setLimit(ann, 'global', 'day', 100n)
    const request = fixture.request({ worstCase: 100n })
    await fixture.gate.reserve(request)
    await fixture.gate.settle(settlementOf(request.attemptId, { charge: 160n }))
    expect(await operations.resume(ann)).toEqual([{ scope: 'global', period: 'day', lifted: false }])
    const [, act] = await log()
    expect(act).toMatchObject({
      action: 'resume',
      before: { held: 'charge-above-reservation', latches: ['global/day'] },
      after: { latches: ['global/day'] },
    })
  })

  it('leave no trace when they could not be done', async () => {
    const failing = operations.act(ann, 'purge', 'everything', async (database) => {
      await database.statement(`insert into deny_overrides values ('global', 'x', 'y', now())`, [], 5_000)
      throw new Error('the cache is away')
    })
    await expect(failing).rejects.toThrow('the cache is away')
    expect(await log()).toEqual([])
    expect(await run('select * from deny_overrides')).toEqual([])
  })

  it('are verified over an empty log', async () => {
    expect(await audit.verify(fixture.database)).toMatchObject({ intact: true, rows: 0n })
  })

  it.each([
    ['a changed row', `update audit_log set actor = 'eve' where sequence = 2`, 2n, 'was changed'],
    ['a changed value', `update audit_log set after = '"9 pico-usd"' where sequence = 2`, 2n, 'was changed'],
    ['a missing row', 'delete from audit_log where sequence = 2', 2n, 'is missing'],
    ['a missing first row', 'delete from audit_log where sequence = 1', 1n, 'is missing'],
    ['a missing last row', 'delete from audit_log where sequence = 3', 3n, 'is missing'],
    ['a lost head', 'delete from audit_head', 3n, 'head of the log is missing'],
    [
      'a head set back',
      'update audit_head set sequence = 2, code = (select code from audit_log where sequence = 2)',
      2n,
      'head of the log',
    ],
    [
      'rows that changed places',
      'update audit_log set sequence = case sequence when 1 then 12 else 11 end where sequence < 3; update audit_log set sequence = sequence - 10 where sequence > 10',
      1n,
      'was changed',
    ],
  ])('are found out where the log holds %s', async (_, tampering, sequence, problem) => {
    await threeActs()
    for (const statement of tampering.split('; ')) await run(statement)
    expect(await audit.verify(fixture.database)).toEqual({ intact: false, sequence, problem: expect.stringContaining(problem) })
    if (tampering.includes('audit_head')) await run('delete from audit_head')
    if (tampering.includes('audit_head')) await run(`insert into audit_head (id, sequence, code, seal) values (1, 0, '', '')`)
  })

  it('cannot be written by anybody without the key', async () => {
    await threeActs()
    expect(await new AuditLog(createSecretKey(Buffer.alloc(32, 8))).verify(fixture.database)).toMatchObject({ intact: false, sequence: 1n })
  })

  it('of several operators at once take turns', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, index) => operations.setLimit(ann, 'global', 'month', BigInt(index))))
    expect(await audit.verify(fixture.database)).toMatchObject({ intact: true, rows: 8n })
  })
})
