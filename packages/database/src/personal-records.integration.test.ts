import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { erasePerson, exportPerson } from './personal-records.ts'
import { PostgresRecords } from './postgres-records.ts'
import { type GateFixture, openGateFixture, settlementOf, uuidAt } from './testing/gate-fixture.ts'
import { engines } from './testing/test-database.ts'
import { withinTransaction } from './within-transaction.ts'

const erased = 'pseudonym-of-the-erased'
const other = 'pseudonym-of-another'
const all = { events: 1, exposures: 1, exposureKeys: 1, servedAnswers: 1, securityEvents: 1, ledgerRows: 1 }

describe.each(engines)('erasing and exporting a person, on %s', (engine) => {
  const onPostgres = engine === 'postgres' ? it : () => {}
  let fixture: GateFixture
  let records: PostgresRecords
  let folder: string
  const problems: unknown[] = []
  const recordsOf = () =>
    new PostgresRecords({
      ...{ database: fixture.database, clock: fixture.clock, processId: randomUUID(), spoolFolder: folder, timeoutMs: 10_000 },
      onProblem: (problem) => problems.push(problem),
    })
  beforeAll(async () => {
    fixture = await openGateFixture(engine)
    folder = await mkdtemp(join(tmpdir(), 'inkling-personal-'))
  })
  afterAll(async () => {
    await fixture.dispose()
    await rm(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    await fixture.reset()
    for (const table of ['events', 'experiment_viewed', 'exposure_keys', 'served_answers', 'security_events', 'erasures']) {
      await fixture.database.statement(`delete from ${table}`, [], 5_000)
    }
    problems.length = 0
    records = recordsOf()
  })
  afterEach(() => records.close())

  /** One row in every table that knows people. */
  async function live(userKey: string, into = records): Promise<void> {
    const at = fixture.clock.now()
    const about = { product: 'coocook', suggestion: 'coocook.menuCuration', userKey, variant: 'control', at } as const
    const suggestionId = uuidAt(at)
    into.exposure({ ...about, id: uuidAt(at), experimentId: 'e', variationId: '1' })
    into.security({ ...about, id: uuidAt(at), kind: 'secret', where: 'highlights', action: 'refused' })
    const answer = { tier: 'standard', locale: 'ko', source: 'claude', promptVersion: '1', items: 5, milliseconds: 1.25 } as const
    into.served({ ...about, ...answer, suggestionId })
    const written = into.feedback([{ ...about, id: randomUUID(), suggestionId, type: 'rate', value: 4, experiments: [] }])
    await into.flush()
    await written
    const request = fixture.request({ userKey, suggestionId })
    await fixture.gate.reserve(request)
    await fixture.gate.settle(settlementOf(request.attemptId))
    await fixture.gate.flush()
  }

  const erase = (userKey: string) =>
    withinTransaction(fixture.database, (database) =>
      erasePerson(database, { id: uuidAt(fixture.clock.now()), product: 'coocook', userKey, at: fixture.clock.now() }),
    )

  /** Every table of the schema in which the text stands anywhere. */
  async function tablesWith(text: string): Promise<string[]> {
    const { rows } = await sql<{ name: string }>`select relname as name from pg_class
      where relnamespace = ${fixture.database.schema}::regnamespace and relkind in ('r', 'p') order by 1`.execute(fixture.database.kysely)
    const found: string[] = []
    for (const { name } of rows) {
      const hits = await sql`select from ${sql.table(name)} t where t::text like ${`%${text}%`} limit 1`.execute(fixture.database.kysely)
      if (hits.rows.length > 0 && !/_\d{8}$/.test(name)) found.push(name)
    }
    return found
  }

  const sums = () =>
    fixture.database.statement<{ total: bigint; rows: number }>(
      'select sum(charged_pico) as total, count(*)::int4 as rows from attempts',
      [],
      5_000,
    )
  const spend = () => fixture.database.kysely.selectFrom('spend').selectAll().orderBy('scope').orderBy('period').execute()

  it('leaves no trace of the person in any table, and everybody else and every sum as they were', async () => {
    await live(erased)
    await live(other)
    const personal = ['attempts', 'events', 'experiment_viewed', 'exposure_keys', 'security_events', 'served_answers']
    expect(await tablesWith(erased)).toEqual(personal)
    const [sumsBefore, spendBefore] = [await sums(), await spend()]
    expect(await erase(erased)).toEqual({ person: expect.stringMatching(/^[0-9a-f]{64}$/), counts: all })
    expect(await tablesWith(erased)).toEqual([])
    expect(await tablesWith(other)).toEqual(personal)
    expect(await sums()).toEqual(sumsBefore)
    expect(sumsBefore[0]).toMatchObject({ rows: 2, total: 120n })
    expect(await spend()).toEqual(spendBefore)
  })

  it('can be repeated, and then finds nothing', async () => {
    await live(erased)
    await erase(erased)
    expect((await erase(erased)).counts).toEqual(Object.fromEntries(Object.keys(all).map((name) => [name, 0])))
  })

  it('holds against rows that a replica had kept from before, and lets the person come back', async () => {
    const late = recordsOf()
    const at = fixture.clock.now()
    late.served({
      ...{ product: 'coocook', suggestion: 'coocook.menuCuration', userKey: erased, variant: 'control', suggestionId: uuidAt(at), at },
      ...{ tier: 'standard', locale: 'en', source: 'cache', promptVersion: '1', items: 3, milliseconds: 1 },
    })
    await erase(erased)
    await live(erased, late)
    await late.close()
    expect((await tablesWith(erased)).filter((name) => name !== 'attempts')).toEqual([])
    fixture.clock.advance(1)
    await live(erased)
    expect((await erase(erased)).counts).toMatchObject({ events: 1, servedAnswers: 1, securityEvents: 1, exposures: 1 })
    expect(problems).toEqual([])
  })

  onPostgres('waits for writers under way, so that none of their rows slips in between', async () => {
    const connection = await fixture.test.open()
    let erasing: Promise<unknown> | undefined
    await connection.kysely.transaction().execute(async (transaction) => {
      await sql`insert into served_answers select (jsonb_populate_record(null::served_answers, ${JSON.stringify({
        ...{ partition_day: '2026-11-22', suggestion_id: 's', product: 'coocook', suggestion: 's', user_key: erased, tier: 'standard' },
        ...{ locale: 'en', source: 'cache', variant: 'v', prompt_version: '1', items: 1, milliseconds: 1, at: '2026-11-22T12:00:00Z' },
      })}::jsonb)).*`.execute(transaction)
      erasing = erase(erased)
      await expect
        .poll(() => sql`select from pg_locks where not granted and relation = 'served_answers'::regclass`.execute(connection.kysely), {
          interval: 10,
          timeout: 10_000,
        })
        .toMatchObject({ rows: [{}] })
    })
    await erasing
    expect(await tablesWith(erased)).toEqual([])
  })

  onPostgres('takes turns with other erasures and with writers, and nobody is refused', async () => {
    const people = Array.from({ length: 6 }, (_, index) => `${erased}-${index}`)
    for (const person of people) await live(person)
    await Promise.all([...people.map(erase), ...people.map((person) => live(`${person}-friend`, recordsOf()))])
    for (const person of people) expect(await tablesWith(`${person},`)).toEqual([])
    expect(problems).toEqual([])
  })

  it('exports all that is kept of the person and of nobody else, without the pseudonym', async () => {
    await live(erased)
    await live(other)
    const { person, data } = await exportPerson(fixture.database, erased)
    expect(person).toMatch(/^[0-9a-f]{64}$/)
    expect(Object.fromEntries(Object.entries(data).map(([name, rows]) => [name, rows.length]))).toEqual(all)
    expect(data.events).toMatchObject([{ type: 'rate', value: 4, suggestion: 'coocook.menuCuration' }])
    expect(data.ledgerRows).toMatchObject([{ model: 'claude-haiku-5-5', charged_pico: 60 }])
    expect(JSON.stringify(data)).not.toContain(erased)
    await erase(erased)
    expect(Object.values((await exportPerson(fixture.database, erased)).data).flat()).toEqual([])
  })
})
