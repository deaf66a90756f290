import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { askAndExpectSource } from './doors/answer-sources.ts'
import { type DoorResult, measureDoors } from './doors/measure-doors.ts'
import { peerTarget, targetKeys, targetsOf } from './doors/targets.ts'
import { measureGate } from './gate/measure-gate.ts'
import { type LiveResult, lastRequest, measureLive } from './live/measure-live.ts'
import { type MemoryResult, measureMemory } from './measure-memory.ts'
import { measureOperations } from './operations/measure-operations.ts'
import { type Options, readOptions } from './options.ts'
import { measurePage, type PageResult } from './page/measure-page.ts'
import { startPeer } from './peer/start-peer.ts'
import { startBaselines, startInkling, startSimulatorProcess, stopAll } from './processes.ts'
import { measureReplay } from './replay/measure-replay.ts'
import { describe, serialise } from './report.ts'
import { measureSafety } from './safety/measure-safety.ts'
import { openStores } from './stores.ts'

const say = (text: string) => process.stderr.write(`${text} ...\n`)

const options = readOptions(process.argv.slice(2))
if ('text' in options) {
  const stream = options.isMistake ? process.stderr : process.stdout
  stream.write(options.text)
  process.exitCode = options.isMistake ? 1 : 0
} else {
  await run(options)
}

async function run({ plan, json, only, profileFolder }: Options): Promise<void> {
  const wants = (part: string) => only.length === 0 || only.includes(part)
  const folder = mkdtempSync(join(tmpdir(), 'inkling-bench-'))
  let interrupted = false
  let closeStores = async () => {}
  const cleanUp = async () => {
    await stopAll()
    await closeStores()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      interrupted = true
      cleanUp().finally(() => process.exit(130))
    })
  }
  try {
    const { doors, memory, page, overhead } = await measureServer()
    // The servers are gone by now: these have a quiet machine.
    const operations = wants('operations') ? await measureOperations(plan.operationMilliseconds, say) : undefined
    const safety = wants('safety') ? measureSafety(plan.safetyMilliseconds, say) : undefined
    const gate = await gateOf()
    const replay = wants('replay') ? await measureReplay(plan.shortDay, say) : undefined
    const results = { doors, overhead, memory, page, operations, safety, gate, replay }
    process.stdout.write(json ? serialise(results) : describe(results, plan))
  } catch (error) {
    // What fails because the run is being ended is no news.
    if (interrupted) return
    process.stderr.write(`${(error as Error).message}\n`)
    process.exitCode = 1
  } finally {
    if (!interrupted) await cleanUp()
  }

  async function gateOf() {
    const url = process.env.TEST_DATABASE_URL
    if (!wants('gate')) return undefined
    if (url === undefined) {
      say('TEST_DATABASE_URL is not set: the gate is NOT measured')
      return undefined
    }
    say('The gate, from three processes')
    return measureGate(url, folder, plan.gateMilliseconds)
  }

  async function measureServer(): Promise<ServerResults> {
    if (![...targetKeys, 'overhead', 'memory', 'page'].some(wants))
      return { doors: [], memory: undefined, page: undefined, overhead: undefined }
    say('Starting the server, its simulator and the baselines')
    const stores = await openStores({ redis: false })
    closeStores = stores.close
    const [baselines, simulator] = await Promise.all([startBaselines(), startSimulatorProcess()])
    const profile = profileFolder === undefined ? undefined : resolve(profileFolder)
    const server = await startInkling({ folder, modelUrl: simulator.url, environment: stores.environment, profileFolder: profile })
    const inkling = { ...server, token: await server.tokenOf({ product: 'coocook', userId: 'bench' }) }
    // Before the load: its answers fill the cache for every page.
    const page = wants('page') ? await measureBrowser(inkling.url) : undefined
    const targets = targetsOf(baselines, inkling)
    const targetOf = (wanted: 'plain' | 'live') => targets.find(({ key }) => key === wanted)!
    if (wants('peer')) {
      await askAndExpectSource(targetOf('live'))
      const body = JSON.stringify({ ...(await lastRequest(simulator.url)), stream: false })
      targets.push(peerTarget(await startPeer(simulator.url), body))
    }
    const doors = await measureDoors(
      targets.filter(({ key }) => wants(key)),
      plan,
      say,
    )
    if (wants('overhead')) say('Live answers at a fixed rate')
    const overhead = wants('overhead') ? await measureLive(targetOf('live'), simulator.url, plan.liveMilliseconds) : undefined
    if (!wants('memory')) return finish({ doors, memory: undefined, page, overhead })
    say('Memory')
    const amount = plan.memorySeconds === undefined ? { requests: plan.memoryRequests } : { seconds: plan.memorySeconds }
    return finish({ doors, memory: await measureMemory(targetOf('plain'), amount), page, overhead })
  }

  async function measureBrowser(url: string): Promise<PageResult[] | undefined> {
    const browser = process.env.CHROMIUM_PATH
    if (browser === undefined) {
      process.stderr.write('CHROMIUM_PATH names no browser: the page is not measured.\n')
      return undefined
    }
    say('The page, in a browser')
    return await measurePage(browser, url, plan.rounds)
  }

  async function finish(results: ServerResults) {
    await stopAll()
    return results
  }
}

interface ServerResults {
  overhead: LiveResult | undefined
  doors: DoorResult[]
  memory: MemoryResult | undefined
  page: PageResult[] | undefined
}
