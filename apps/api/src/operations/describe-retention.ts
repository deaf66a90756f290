import type { OperationOutput } from '@inkling/contracts'
import { type Database, lastRetention, oldestDay } from '@inkling/database'

/** What is kept and when it was last cleared: the oldest day that is really there, whatever the last run says. */
export async function describeRetention(database: Database, days: number): Promise<OperationOutput<'status'>['retention']> {
  const [run, oldest] = await Promise.all([lastRetention(database), oldestDay(database)])
  return {
    days,
    ...(oldest === undefined ? {} : { oldestDay: oldest }),
    ...(run === undefined ? {} : { lastRun: describeRun(run) }),
  }
}

function describeRun(run: NonNullable<Awaited<ReturnType<typeof lastRetention>>>) {
  const { day, startedAt, finishedAt, firstDayKept, partitions, keys } = run
  const finished = finishedAt === undefined ? {} : { finishedAt: finishedAt.toISOString() }
  return { day, startedAt: startedAt.toISOString(), ...finished, firstDayKept, partitionsDropped: partitions, rowsDeleted: keys }
}
