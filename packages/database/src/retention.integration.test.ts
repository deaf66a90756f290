import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ensureDays } from './partitions.ts'
import { lastRetention, runRetention } from './retention.ts'
import { engines, openTestDatabase, type TestDatabase } from './testing/test-database.ts'

const now = Date.parse('2026-11-25T10:00:00Z')
const minute = 60_000

describe.each(engines)('retention on %s', (engine) => {
  const onPostgres = engine === 'postgres' ? it : () => {}
  let test: TestDatabase
  const run = (text: string) => test.database.statement(text, [], 10_000)
  beforeAll(async () => {
    test = await openTestDatabase(engine)
  })
  afterAll(() => test.dispose())
  beforeEach(async () => {
    await run('delete from retention_runs')
    await run('delete from exposure_keys')
    await run('delete from erasures')
  })

  it('drops the days before the last ninety and what has no partition, and says what it did', async () => {
    await ensureDays(test.database, '2026-08-25', '2026-08-28')
    await run(`insert into exposure_keys select 'u' || n, 'e', 'v', date '2026-08-20' + n from generate_series(1, 10) n`)
    await run(`insert into erasures select gen_random_uuid(), 'p', 'coocook', date '2026-08-26' + n, '{}' from generate_series(0, 1) n`)
    expect(await lastRetention(test.database)).toBeUndefined()
    expect(await runRetention(test.database, 90, now)).toMatchObject({
      day: '2026-11-25',
      firstDayKept: '2026-08-27',
      partitions: 2 * 5,
      // Six keys of 21 to 26 August, one mark.
      keys: 6 + 1,
    })
    const rest = await test.database.kysely.selectFrom('exposure_keys').select('seen_on').orderBy('seen_on').execute()
    expect(rest.map((row) => row.seen_on)).toEqual(['2026-08-27', '2026-08-28', '2026-08-29', '2026-08-30'])
    expect(await lastRetention(test.database)).toMatchObject({ day: '2026-11-25', finishedAt: new Date(now) })
  })

  it('runs once a day, and again the next day', async () => {
    expect(await runRetention(test.database, 90, now)).toBeDefined()
    expect(await runRetention(test.database, 90, now + minute)).toBeUndefined()
    expect(await runRetention(test.database, 90, now + 24 * 60 * minute)).toMatchObject({ day: '2026-11-26', firstDayKept: '2026-08-28' })
  })

  onPostgres('runs in one of many replicas', async () => {
    const replicas = await Promise.all(Array.from({ length: 4 }, () => test.open()))
    const runs = await Promise.all(replicas.map((replica) => runRetention(replica, 90, now)))
    expect(runs.filter((each) => each !== undefined)).toHaveLength(1)
  })

  onPostgres('goes on with what was in use at the first look, on the same day, until nothing is left', async () => {
    await ensureDays(test.database, '2026-08-20', '2026-08-20')
    const other = await test.open()
    await other.kysely.transaction().execute(async (transaction) => {
      await sql`lock table events_20260820 in share update exclusive mode`.execute(transaction)
      expect(await runRetention(test.database, 90, now)).toMatchObject({ finishedAt: undefined, partitions: 4 })
    })
    expect(await runRetention(test.database, 90, now + 10 * minute)).toMatchObject({
      partitions: 5,
      finishedAt: new Date(now + 10 * minute),
    })
    expect(await runRetention(test.database, 90, now + 20 * minute)).toBeUndefined()
  })

  it('is taken over where its process died, but not while that may be at it', async () => {
    await run(`insert into retention_runs (day, started_at, first_day_kept) values ('2026-11-25', '2026-11-25T10:00:00Z', '2026-08-27')`)
    expect(await runRetention(test.database, 90, now + 9 * minute)).toBeUndefined()
    expect(await lastRetention(test.database)).toMatchObject({ finishedAt: undefined })
    expect(await runRetention(test.database, 90, now + 10 * minute)).toMatchObject({ finishedAt: new Date(now + 10 * minute) })
  })
})
