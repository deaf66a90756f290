import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { registry } from '@inkling/prompts'
import { load, type Measurement, type Target } from './load.ts'
import { startBaselines, startInkling, stopAll } from './processes.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } } })
const say = (text: string) => process.stderr.write(`${text}\n`)

if (values.help) {
  process.stdout.write(
    'npm run bench [-- --quick] [-- --json]\n\nRequests a second and latencies as ratios to bare node:http, within one run.\n',
  )
  process.exit(0)
}

// Just-in-time compilation settles after about six seconds of load; three rounds show how much a machine wavers.
const [warmUpSeconds, rounds, seconds] = values.quick ? [1, 1, 2] : [6, 3, 5]
const folder = mkdtempSync(join(tmpdir(), 'inkling-bench-'))
process.once('SIGINT', () => stopAll().finally(() => process.exit(130)))

try {
  const targets = await startTargets()
  for (const target of targets) {
    say(`Warming up: ${target.name} ...`)
    await load(target, warmUpSeconds)
  }
  const measured = new Map<string, Measurement[]>(targets.map(({ name }) => [name, []]))
  for (let round = 1; round <= rounds; round++) {
    for (const target of targets) {
      say(`Round ${round} of ${rounds}: ${target.name} ...`)
      measured.get(target.name)?.push(await load(target, seconds))
    }
  }
  report(measured)
} finally {
  await stopAll()
  rmSync(folder, { recursive: true, force: true })
}

async function startTargets(): Promise<Target[]> {
  say('Starting the server, its simulator and the baselines ...')
  const [baselines, inkling] = await Promise.all([startBaselines(), startInkling(folder)])
  const json = { 'content-type': 'application/json' }
  const headers = { ...json, authorization: `Bearer ${await inkling.token()}` }
  const { example } = registry.coocook.chefRecommendation
  const plain = `${inkling.url}/api/v1/suggestions/coocook/chef-recommendation`
  const trpc = (name: string) => `${inkling.url}/trpc/${name}.coocook.chefRecommendation`
  const context = JSON.stringify(example)
  await expectSource(plain, headers, context, 'claude')
  await expectSource(plain, headers, context, 'cache')
  let asked = 0
  // No two alike, so that the cache never answers.
  const fresh = () => {
    asked += 1
    return JSON.stringify({ ...example, budgetUsd: 10 + (asked % 99_000), partySize: 1 + Math.floor(asked / 99_000) })
  }
  return [
    { name: 'bare node:http', url: baselines.bare, headers: json, body: context },
    { name: 'empty tRPC procedure', url: baselines.trpc, headers: json, body: '{}' },
    { name: 'cached, plain HTTP', url: plain, headers, body: context },
    { name: 'cached, tRPC', url: trpc('suggest'), headers, body: context },
    {
      name: 'cached, tRPC stream',
      url: `${trpc('suggestStream')}?batch=1`,
      headers: { ...headers, 'trpc-accept': 'application/jsonl' },
      body: `{"0":${context}}`,
    },
    { name: 'live, simulator at zero latency', url: plain, headers, body: fresh },
  ]
}

async function expectSource(url: string, headers: Record<string, string>, body: string, source: string): Promise<void> {
  const answer = (await (await fetch(url, { method: 'POST', headers, body })).json()) as { meta?: { source: string } }
  if (answer.meta?.source !== source) throw new Error(`Expected an answer from ${source}, got ${JSON.stringify(answer).slice(0, 300)}`)
}

function report(measured: Map<string, Measurement[]>): void {
  const rows = [...measured].map(([name, results]) => ({
    name,
    requestsPerSecond: median(results.map((result) => result.requestsPerSecond)),
    p50: median(results.map(({ p50 }) => p50)),
    p99: median(results.map(({ p99 }) => p99)),
  }))
  const bare = rows[0]?.requestsPerSecond ?? 1
  const withRatio = rows.map((row) => ({ ...row, ratio: row.requestsPerSecond / bare }))
  if (values.json) return void process.stdout.write(`${JSON.stringify(withRatio, null, 2)}\n`)
  const line = (...cells: string[]) =>
    `${cells[0]?.padEnd(34)}${cells
      .slice(1)
      .map((cell) => cell.padStart(11))
      .join('')}\n`
  process.stdout.write(
    `Node ${process.versions.node}, ${availableParallelism()} cores shared by server and load; medians of ${rounds} rounds of ${seconds} s\n`,
  )
  process.stdout.write(line('', 'requests/s', 'p50 ms', 'p99 ms', 'of bare'))
  for (const { name, requestsPerSecond, p50, p99, ratio } of withRatio) {
    process.stdout.write(line(name, requestsPerSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1), ratio.toFixed(3)))
  }
}

function median(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
