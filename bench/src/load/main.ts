import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startInkling, startSimulatorProcess, stopAll } from '../processes.ts'
import { openStores } from '../stores.ts'
import { AskSupply } from './ask-supply.ts'
import { describeLoad } from './describe-load.ts'
import { judge } from './judge.ts'
import { type LoadOptions, readLoadOptions } from './options.ts'
import { runLoad } from './run-load.ts'
import { createAsker } from './user.ts'

const seed = 20_261_125
const warmUpMilliseconds = 15_000
const megabyte = 1024 * 1024
const say = (text: string) => process.stderr.write(`${text} ...\n`)

const options = readLoadOptions(process.argv.slice(2))
if ('text' in options) {
  const stream = options.isMistake ? process.stderr : process.stdout
  stream.write(options.text)
  process.exitCode = options.isMistake ? 1 : 0
} else {
  await load(options)
}

async function load(options: LoadOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'inkling-load-'))
  say('Starting stores, the stand-in for Claude and the server')
  const stores = await openStores({ redis: true })
  const cleanUp = async () => {
    await stopAll()
    await stores.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cleanUp().finally(() => process.exit(130)))
  try {
    const simulator = await startSimulatorProcess({ SIM_LATENCY: 'realistic' })
    // Far above what these people cause, far below what would hide a runaway.
    const environment = { ...stores.environment, CLAUDE_RATE_LIMIT_RPM: '6000' }
    const server = await startInkling({ folder, modelUrl: simulator.url, environment })
    const before = await server.read('collect-and-read')
    say(`${options.users} people for ${options.minutes} minutes`)
    const run = await runLoad({
      ...{ users: options.users, warmUpMilliseconds, milliseconds: options.minutes * 60_000 },
      supply: new AskSupply({ hitRate: options.hitRate, seed }),
      ask: createAsker(server.url, server.tokenOf),
    })
    const after = await server.read('collect-and-read')
    const cores = (after.cpuMicroseconds - before.cpuMicroseconds) / 1000 / (options.minutes * 60_000 + warmUpMilliseconds)
    const heap = { before: before.heapBytes / megabyte, after: after.heapBytes / megabyte }
    const date = new Date().toISOString().slice(0, 10)
    const report = describeLoad({ options, run, stores: `Stores: ${stores.description}`, heap, cores, date })
    process.stdout.write(report)
    if (options.report !== undefined) {
      mkdirSync(dirname(options.report), { recursive: true })
      writeFileSync(options.report, report)
    }
    if (judge(run).some(({ kept }) => !kept)) process.exitCode = 1
  } finally {
    await cleanUp()
  }
}
