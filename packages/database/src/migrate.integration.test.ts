import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate, migrateDown, migrationStatus } from './migrate.ts'
import { createPartitions, dayOfId, dropPartitionsBefore, ensureDays } from './partitions.ts'
import { uuidAt } from './testing/gate-fixture.ts'
import { engines, openTestDatabase, type TestDatabase } from './testing/test-database.ts'

describe.each(engines)('the schema on %s', (engine) => {
  // PGlite is one connection: nothing happens at once there.
  const onPostgres = engine === 'postgres' ? it : () => {}
  let test: TestDatabase
  beforeEach(async () => {
    test = await openTestDatabase(engine, { migrated: false })
  })
  afterEach(() => test.dispose())

  const partitionsOf = async (table: string) => {
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = ${table}::regclass order by 1`.execute(test.database.kysely)
    return rows.map((row) => row.name)
  }

  it('goes up, all the way down and up again, and says where it is', async () => {
    const before = await migrationStatus(test.database)
    const names = before.map(({ name }) => name)
    expect(names).toEqual(names.toSorted())
    expect(before.filter(({ executedAt }) => executedAt !== undefined)).toEqual([])
    expect(await migrate(test.database)).toEqual(names)
    expect(await migrate(test.database)).toEqual([])
    await createPartitions(test.database, Date.now(), 0)
    expect((await migrationStatus(test.database)).every((each) => each.executedAt instanceof Date)).toBe(true)
    for (const name of names.toReversed()) expect(await migrateDown(test.database)).toEqual([name])
    expect(await migrateDown(test.database)).toEqual([])
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class where relnamespace = ${test.database.schema}::regnamespace and relname not like 'kysely%'
        union all select proname from pg_proc where pronamespace = ${test.database.schema}::regnamespace`.execute(test.database.kysely)
    expect(rows).toEqual([])
    expect(await migrate(test.database)).toEqual(names)
  })

  onPostgres('lets several replicas migrate at once', async () => {
    const databases = await Promise.all([test.open(), test.open(), test.open()])
    const done = await Promise.all(databases.map(migrate))
    expect(done.flat().sort()).toEqual((await migrationStatus(test.database)).map(({ name }) => name))
    const created = await Promise.all(databases.map((database) => ensureDays(database, '2026-11-22', '2026-11-23')))
    expect(created.sort()).toEqual([0, 0, 10])
  })

  it('rejects with the reason when a migration cannot run', async () => {
    await sql`create schema if not exists ${sql.id(test.database.schema)}`.execute(test.database.kysely)
    await sql`create table attempts (id int)`.execute(test.database.kysely)
    await expect(migrate(test.database)).rejects.toThrow('attempts')
    expect((await migrationStatus(test.database)).some((each) => each.executedAt !== undefined)).toBe(false)
  })

  it('creates what is missing of two weeks of days, and drops what is older than a day', async () => {
    await migrate(test.database)
    const now = Date.parse('2026-11-22T12:00:00Z')
    expect(await createPartitions(test.database, now)).toBe(16 * 5)
    expect(await createPartitions(test.database, now + 86_400_000)).toBe(5)
    expect((await partitionsOf('events')).at(0)).toBe('events_20261121')
    expect((await partitionsOf('events')).at(-1)).toBe('events_20261207')
    const dropped = await dropPartitionsBefore(test.database, '2026-11-23')
    expect(dropped).toHaveLength(10)
    expect(dropped).toContain('attempts_20261121')
    expect((await partitionsOf('attempts')).at(0)).toBe('attempts_20261123')
    expect(await dropPartitionsBefore(test.database, '2026-11-23')).toEqual([])
  })

  onPostgres('leaves a partition for the next time while a call uses it', async () => {
    await migrate(test.database)
    await ensureDays(test.database, '2026-01-01', '2026-01-01')
    const other = await test.open()
    await other.kysely.transaction().execute(async (transaction) => {
      await sql`lock table attempts in row exclusive mode`.execute(transaction)
      expect(await dropPartitionsBefore(test.database, '2026-02-01')).not.toContain('attempts_20260101')
    })
    expect(await dropPartitionsBefore(test.database, '2026-02-01')).toEqual(['attempts_20260101'])
  })

  it('reads the same day from an id in SQL as in TypeScript', async () => {
    await migrate(test.database)
    for (const time of ['1970-01-01T00:00:00Z', '2026-11-22T23:59:59.999Z', '2026-11-23T00:00:00Z', '2262-04-11T12:00:00Z']) {
      const id = uuidAt(Date.parse(time))
      const [row] = await test.database.statement<{ day: string }>('select history_day($1::uuid) as day', [id], 5_000)
      expect(row?.day).toBe(time.slice(0, 10))
      expect(dayOfId(id, 0)).toBe(time.slice(0, 10))
    }
    expect(dayOfId('e7c3f0c2-8d3f-4f0e-9a55-2b8d0f0e6a11', 0)).toBe('1970-01-01')
  })

  it('reads money, sums and days alike', async () => {
    const rows = await test.database.statement(
      `select 9007199254740993::int8 as money, sum(x) as total, 0.5::numeric as fraction, date '2026-11-22' as day
         from unnest(array[9223372036854775807, 1]::int8[]) x`,
      [],
      5_000,
    )
    const expected = [{ money: 9007199254740993n, total: 9223372036854775808n, fraction: '0.5', day: '2026-11-22' }]
    expect(rows).toEqual(expected)
    const { rows: same } = await sql`select 9007199254740993::int8 as money, date '2026-11-22' as day`.execute(test.database.kysely)
    expect(same).toEqual([{ money: 9007199254740993n, day: '2026-11-22' }])
  })

  it('keeps transactions apart from everything else', async () => {
    await sql`create schema if not exists ${sql.id(test.database.schema)}`.execute(test.database.kysely)
    await sql`create table numbers (n int)`.execute(test.database.kysely)
    let outside: Promise<unknown> | undefined
    const failing = test.database.kysely.transaction().execute(async (transaction) => {
      await sql`insert into numbers values (1)`.execute(transaction)
      outside = test.database.statement('insert into numbers values (2)', [], 5_000)
      await sql`insert into numbers values (3)`.execute(transaction)
      throw new Error('undo')
    })
    await expect(failing).rejects.toThrow('undo')
    await outside
    const rows = await test.database.statement('select n from numbers', [], 5_000)
    expect(rows).toEqual([{ n: 2 }])
  })
})
