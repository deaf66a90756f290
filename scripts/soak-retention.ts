import { soakRetention } from './soak/retention.ts'

const [flag, value] = process.argv.slice(2)
const rows = Number(value ?? 10_000_000)

if (flag !== undefined && (flag !== '--rows' || !Number.isInteger(rows) || rows < 100)) {
  process.stderr.write(`node --conditions=@inkling/source scripts/soak-retention.ts [--rows N]

Erases a person among N rows (ten million) that are too old, and drops them, on a Postgres of its own; the memory must not grow with the rows.
`)
  process.exitCode = 1
} else {
  const { figures, checks } = await soakRetention(rows, (text) => process.stderr.write(`${text}\n`))
  for (const [name, figure] of figures) process.stdout.write(`${name}: ${figure}\n`)
  for (const { sentence, holds, seen } of checks) process.stdout.write(`${holds ? 'ok  ' : 'FAIL'} ${sentence} (${seen})\n`)
  process.exitCode = checks.every(({ holds }) => holds) ? 0 : 1
}
