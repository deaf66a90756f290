import { cpus } from 'node:os'
import { judge, percentile } from './judge.ts'
import type { LoadOptions } from './options.ts'
import type { LoadRun } from './run-load.ts'

export interface LoadFacts {
  options: LoadOptions
  run: LoadRun
  /** Where records and answers were kept. */
  stores: string
  /** Megabytes of the server's heap after a forced collection, before and after the counted time. */
  heap: { before: number; after: number }
  /** Share of one core that the server's process used. */
  cores: number
  date: string
}

/** The report as a page of the documentation. */
export function describeLoad(facts: LoadFacts): string {
  const { options, run, stores, heap, cores, date } = facts
  const { seen, seconds, errors } = run
  const share = (source: string) => `${((100 * seen.filter((each) => each.source === source).length) / seen.length).toFixed(1)} %`
  const verdicts = judge(run).map(({ name, value, bound, unit, kept }) => {
    return [name, `${format(value)} ${unit}`, `< ${format(bound)} ${unit}`, kept ? 'kept' : 'MISSED']
  })
  const sources = ['cache', 'stale', 'claude', 'template', 'off'].map((source) => {
    const times = seen.filter((each) => each.source === source).map(({ complete }) => complete)
    const at = (part: number) => (times.length === 0 ? '' : format(percentile(times, part)))
    return [source, String(times.length), share(source), at(0.5), at(0.95), at(0.99)]
  })
  const failures = [...errors].map(([message, count]) => `- ${count} x ${message}`)
  return `# Load test: ${options.users} people at the same time

What people wait for while ${options.users} of them use the five products for ${options.minutes} minutes. Repeat it on a quiet machine, with a
Postgres that may be filled and \`redis-server\` installed:

\`\`\`sh
TEST_DATABASE_URL=postgres://... npm run load -- --minutes ${options.minutes} --users ${options.users} --hit-rate ${options.hitRate} --report docs/operations/load-test.md
\`\`\`

The command writes this page and ends with 1 where a bound is missed. It starts a server of its own, a database of its own, and Claude's
stand-in at its realistic latency (0.6 s to the first token, 120 tokens a second). Each person asks, reads for one to four seconds, and asks
again, through the typed client, streamed. What is asked comes from replayed days; ${Math.round(100 * options.hitRate)} % of it was answered before. The rate
limit is 6,000 calls a minute, the budgets are out of reach: neither is what is tested here. The first quarter of a minute does not count.

${table([['', 'measured', 'promised', ''], ...verdicts])}

${table([['source', 'answers', 'share', 'p50 ms', 'p95 ms', 'p99 ms'], ...sources])}

${seen.length} answers in ${format(seconds)} s (${(seen.length / seconds).toFixed(1)} a second). The server's process used ${(100 * cores).toFixed(0)} % of a core; its heap was
${heap.before.toFixed(1)} MB before and ${heap.after.toFixed(1)} MB after, each after a forced collection. ${stores}.
Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}) shared with the load, the stand-in and the stores; ${date}.
${failures.length === 0 ? '' : `\nErrors:\n${failures.join('\n')}\n`}`
}

const format = (value: number) =>
  value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US')

/** Columns as wide as their widest cell: what the formatter makes of a table. */
function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)))
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  const [head, ...body] = rows
  return [line(head!), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n')
}
