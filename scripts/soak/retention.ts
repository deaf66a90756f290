import { readdirSync, readFileSync } from 'node:fs'
import { migrate } from '../../packages/database/src/migrate.ts'
import { openDatabase } from '../../packages/database/src/open-database.ts'
import { ensureDays, isoDay } from '../../packages/database/src/partitions.ts'
import { erasePerson } from '../../packages/database/src/personal-records.ts'
import { runRetention } from '../../packages/database/src/retention.ts'
import { type OwnPostgres, startOwnPostgres } from '../../packages/database/src/testing/own-postgres.ts'
import { withinTransaction } from '../../packages/database/src/within-transaction.ts'
import type { Scenario, SoakFindings } from './scenario.ts'

type Database = Awaited<ReturnType<typeof openDatabase>>

const day = 86_400_000
const daysKept = 90
const oldDays = 30
// Beyond the noise of a garbage collector and of a server's caches, and far below what ten million rows would take (2 GB).
const allowedGrowthMb = 48
const sampleMilliseconds = 50
const mostLooks = 20
const lookMilliseconds = 11 * 60_000
const pauseMilliseconds = 2_000
const longMilliseconds = 30 * 60_000

/**
 * Fills a Postgres of its own with `rows` events of thirty days that are too old, and a tenth as many keys of exposures; then one person is erased among
 * them and the day's retention runs, while the memory of this process and of the server's is looked at.
 */
export const soakRetention: Scenario = {
  name: 'retention',
  summary: 'History that is too old is dropped, and a person erased among it, while the memory of process and server is looked at.',
  run: ({ rows, say }) => run(rows, say),
}

async function run(rows: number, say: (text: string) => void): Promise<SoakFindings> {
  const postgres = await startOwnPostgres()
  const database = await openDatabase({ kind: 'postgres', url: postgres.url })
  try {
    await migrate(database)
    const now = Date.now()
    const postmaster = postmasterOf(postgres)
    const oldest = now - (daysKept + oldDays) * day
    await ensureDays(database, isoDay(oldest), isoDay(now))
    const filled = await timed(() => fill(database, rows, oldest, say))
    const kept = await countOf(database, 'attempts')
    const erased = await watched(postmaster, () => erase(database, now))
    const dropped = await watched(postmaster, () => dropAll(database, now))
    const left = (await countOf(database, 'events')) + (await countOf(database, 'exposure_keys'))
    const { partitions = 0, keys = 0, looks = mostLooks } = dropped.result ?? {}
    const flat = ({ process, server }: { process: number; server: number }) => process < allowedGrowthMb && server < allowedGrowthMb
    return {
      figures: [
        ['rows', `${rows} events, ${Math.floor(rows / 10)} keys of exposures`],
        ['filled in', seconds(filled.milliseconds)],
        ['a person erased in', `${seconds(erased.milliseconds)}, ${JSON.stringify(erased.result)}`],
        ['retention ran for', `${seconds(dropped.milliseconds)}, ${partitions} partitions, ${keys} keys, ${looks} looks`],
        ['growth of this process', `${erased.growth.process} MB erasing, ${dropped.growth.process} MB dropping`],
        ["growth of the server's process", `${erased.growth.server} MB erasing, ${dropped.growth.server} MB dropping`],
      ],
      checks: [
        { sentence: 'every old row is gone', holds: left === 0, seen: `${left} left` },
        { sentence: 'the ledger has what it had', holds: (await countOf(database, 'attempts')) === kept, seen: `${kept} rows` },
        {
          sentence: `memory grows by less than ${allowedGrowthMb} MB, whatever the number of rows`,
          holds: flat(erased.growth) && flat(dropped.growth),
          seen: JSON.stringify([erased.growth, dropped.growth]),
        },
      ],
    }
  } finally {
    await database.close()
    await postgres.dispose()
  }
}

async function fill(database: Database, rows: number, oldest: number, say: (text: string) => void): Promise<void> {
  const perDay = Math.ceil(rows / oldDays)
  for (let index = 0; index < oldDays; index += 1) {
    // The day before the oldest that is kept goes, too.
    const date = isoDay(oldest + index * day)
    await database.statement(
      `insert into events (partition_day, id, suggestion_id, product, suggestion, user_key, type, experiments, variant, at)
         select $1::date, gen_random_uuid(), 's' || n, 'coocook', 'coocook.menuCuration', 'user-' || n % 100000, 'impression', '[]', 'control', $1::date
           from generate_series(1, $2::int4) n`,
      [date, perDay],
      longMilliseconds,
    )
    await database.statement(
      `insert into exposure_keys (user_key, experiment_id, variation_id, seen_on)
         select 'user-' || n, $1::text, 'v', $1::date from generate_series(1, $2::int4) n`,
      [date, Math.floor(perDay / 10)],
      longMilliseconds,
    )
    say(`${date}: ${(index + 1) * perDay} rows`)
  }
}

async function erase(database: Database, now: number) {
  const { counts } = await withinTransaction(database, (inner) =>
    erasePerson(inner, { id: crypto.randomUUID(), product: 'coocook', userKey: 'user-7', at: now }),
  )
  return { events: counts.events, exposureKeys: counts.exposureKeys }
}

/** As replicas do over the day: what a vacuum holds at one look goes at a later one. */
async function dropAll(database: Database, now: number) {
  for (let look = 0; look < mostLooks; look += 1) {
    const run = await runRetention(database, daysKept, now + look * lookMilliseconds)
    if (run?.finishedAt) return { ...run, looks: look + 1 }
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds))
  }
  return undefined
}

async function countOf(database: Database, table: string): Promise<number> {
  const [row] = await database.statement<{ count: number }>(`select count(*)::int4 as count from ${table}`, [], longMilliseconds)
  return row!.count
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; milliseconds: number }> {
  const start = performance.now()
  const result = await work()
  return { result, milliseconds: performance.now() - start }
}

/** How much more memory than before was taken at most: by this process, and by all processes of the server that nobody shares. */
async function watched<Result>(postmaster: number, work: () => Promise<Result>) {
  const before = memoryOf(postmaster)
  const peak = { ...before }
  const timer = setInterval(() => {
    const sample = memoryOf(postmaster)
    peak.process = Math.max(peak.process, sample.process)
    peak.server = Math.max(peak.server, sample.server)
  }, sampleMilliseconds)
  const done = await timed(work).finally(() => clearInterval(timer))
  const growth = { process: Math.round(peak.process - before.process), server: Math.round(peak.server - before.server) }
  return { ...done, growth }
}

/** Megabytes. Of the server the anonymous part: its shared buffers are one setting, whatever the rows. */
function memoryOf(postmaster: number): { process: number; server: number } {
  const children = readProc(postmaster, `task/${postmaster}/children`).split(' ').map(Number)
  const kilobytes = [postmaster, ...children].map((pid) => Number(/^RssAnon:\s+(\d+) kB/m.exec(readProc(pid, 'status'))?.[1] ?? 0))
  return { process: process.memoryUsage().rss / 1e6, server: kilobytes.reduce((sum, each) => sum + each, 0) / 1e3 }
}

/** The server's first process, by the port that it was started with. */
function postmasterOf({ url }: OwnPostgres): number {
  const mark = `\0-p\0${new URL(url).port}\0`
  const pid = readdirSync('/proc')
    .map(Number)
    .find((each) => each > 0 && readProc(each, 'cmdline').includes(mark))
  if (pid === undefined) throw new Error('the memory of the server cannot be seen: there is no /proc')
  return pid
}

/** Processes come and go while they are looked at. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
