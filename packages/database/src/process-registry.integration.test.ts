import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { callSettle } from './gate-statements.ts'
import { attemptsOf, openReservations, spendOf } from './ledger-queries.ts'
import { ProcessRegistry } from './process-registry.ts'
import { type FragileDatabase, fragile } from './testing/fragile-database.ts'
import { type GateFixture, openGateFixture, settlementOf } from './testing/gate-fixture.ts'
import { engines } from './testing/test-database.ts'

describe.each(engines)('processes on %s', (engine) => {
  // The embedded database has one owner: there are no others.
  const onPostgres = engine === 'postgres' ? it : () => {}
  let fixture: GateFixture
  let database: FragileDatabase
  beforeAll(async () => {
    fixture = await openGateFixture(engine)
  })
  afterAll(() => fixture.dispose())
  beforeEach(async () => {
    await fixture.reset()
    database = fragile(fixture.database)
  })

  const registryOf = (processId: string, spools: { adoptSpool(isDead: (id: string) => boolean): Promise<number> }[] = []) =>
    new ProcessRegistry({
      database,
      settings: fixture.settings,
      clock: fixture.clock,
      processId,
      spools,
      onProblem: (problem) => fixture.problems.push(problem),
    })
  const reserveAs = async (processId: string) => {
    const request = fixture.request()
    await fixture.gate.reserve(request)
    await database.statement('update attempts set process_id = $1 where id = $2::uuid', [processId, request.attemptId], 5_000)
    return request
  }
  const global = () => spendOf(fixture.database, 'global', 'day', '2026-11-22')

  it('settles what a dead process left at its full amount, marked, and takes the exact charge if it comes', async () => {
    const request = await reserveAs('dead')
    fixture.clock.advance(31_000)
    const registry = registryOf('alive')
    await registry.beat()
    expect(await registry.recoverAbandoned()).toBe(engine === 'pglite' ? 0 : 1)
    expect(await global()).toMatchObject({ settled: 100n, reserved: 0n })
    expect(await attemptsOf(fixture.database, request.suggestionId)).toMatchObject([{ outcome: 'abandoned', estimated: true }])
    expect(await callSettle(database, fixture.settings, [settlementOf(request.attemptId)], 5_000)).toEqual(['replaced'])
    expect(await global()).toMatchObject({ settled: 60n, reserved: 0n })
  })

  it('never touches its own open reservations', async () => {
    await reserveAs('alive')
    fixture.clock.advance(3_600_000)
    expect(await registryOf('alive').recoverAbandoned()).toBe(0)
    expect(await openReservations(fixture.database)).toHaveLength(1)
  })

  it('counts a lost probe as failed', async () => {
    for (let count = 0; count < 6; count += 1) {
      const request = fixture.request()
      await fixture.gate.reserve(request)
      await fixture.gate.settle(settlementOf(request.attemptId, { signal: 'failure' }))
    }
    fixture.clock.advance(30_000)
    await reserveAs('dead')
    fixture.clock.advance(31_000)
    expect(await registryOf('alive').recoverAbandoned()).toBe(1)
    expect(await fixture.gate.reserve(fixture.request())).toEqual({ granted: false, reason: 'breaker-open', retryAfterMs: 60_000 })
  })

  it('tells spools whose owners are dead', async () => {
    await registryOf('other').beat()
    const asked: boolean[] = []
    const spool = {
      adoptSpool: async (isDead: (id: string) => boolean) => {
        asked.push(isDead('alive'), isDead('other'), isDead('long-gone'))
        return 0
      },
    }
    const registry = registryOf('alive', [spool])
    await registry.beat()
    asked.length = 0
    await registry.recoverAbandoned()
    // The embedded database has one owner: whoever else wrote there is gone.
    expect(asked).toEqual([false, engine === 'pglite', true])
  })

  it('beats every ten seconds, survives an outage, and says goodbye', async () => {
    const registry = registryOf('alive')
    registry.start()
    const beats = async () =>
      (await fixture.database.kysely.selectFrom('processes').selectAll().execute()).map((row) => row.heartbeat_at.getTime())
    await vi.waitFor(() => expect(fixture.clock.waiting).toBe(1))
    expect(await beats()).toEqual([fixture.clock.now()])
    database.mode = 'away'
    fixture.clock.advance(10_000)
    await vi.waitFor(() => expect(fixture.problems).toHaveLength(1))
    await vi.waitFor(() => expect(fixture.clock.waiting).toBe(1))
    database.mode = 'well'
    fixture.clock.advance(10_000)
    await vi.waitFor(async () => expect(await beats()).toEqual([fixture.clock.now()]))
    await vi.waitFor(() => expect(fixture.clock.waiting).toBe(1))
    await registry.close()
    expect(await beats()).toEqual([])
  })

  onPostgres('gives the others time to show that they live after an outage', async () => {
    const registry = registryOf('alive')
    await registryOf('other').beat()
    await reserveAs('other')
    fixture.clock.advance(60_000)
    await registry.beat()
    expect(await openReservations(fixture.database)).toHaveLength(1)
    fixture.clock.advance(10_000)
    await registryOf('other').beat()
    await registry.beat()
    expect(await openReservations(fixture.database)).toHaveLength(1)
    fixture.clock.advance(31_000)
    await registry.beat()
    expect(await openReservations(fixture.database)).toEqual([])
  })
})
