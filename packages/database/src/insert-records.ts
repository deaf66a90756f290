import { type Database, sqlState } from './database.ts'
import { withPartitions } from './missing-partition.ts'
import { insertStatements, type RecordKind, type RecordRow } from './record-statements.ts'

/**
 * Inserts the rows, one statement a kind; known rows change nothing. A row that Postgres refuses for its own content (a defect) is told to
 * `onRefused` and left out, so that it cannot hold up the others. Rejects while Postgres is away: then repeat with the same rows.
 */
export async function insertRecords(
  database: Database,
  rows: readonly RecordRow[],
  now: number,
  timeoutMs: number,
  onRefused: (problem: unknown) => void,
): Promise<void> {
  for (const [kind, ofKind] of Map.groupBy(rows, (row) => row.kind)) {
    try {
      await insert(database, kind, ofKind, now, timeoutMs)
    } catch (problem) {
      if (!isContentRefused(problem)) throw problem
      if (ofKind.length === 1) onRefused(problem)
      else for (const row of ofKind) await insertRecords(database, [row], now, timeoutMs, onRefused)
    }
  }
}

async function insert(database: Database, kind: RecordKind, rows: RecordRow[], now: number, timeoutMs: number): Promise<void> {
  const ordered = rows.toSorted((left, right) => (left.order < right.order ? -1 : 1))
  const days = rows.map((row) => row.day)
  const json = JSON.stringify(ordered.map((row) => row.columns))
  await withPartitions(database, days, now, () => database.statement(insertStatements[kind], [json], timeoutMs))
}

/** SQLSTATE classes 22 (data), 23 (constraints). */
function isContentRefused(problem: unknown): boolean {
  return /^2[23]/.test(sqlState(problem) ?? '')
}
