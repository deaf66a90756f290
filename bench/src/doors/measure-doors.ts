import type { Plan } from '../options.ts'
import { median } from '../statistics.ts'
import { askOnce, expectSource, readSources } from './answer-sources.ts'
import { type Load, load } from './load.ts'
import type { Target } from './targets.ts'

export interface DoorResult {
  key: string
  name: string
  requestsPerSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** Time of the server's process for one request; the load's own process is not in it. */
  cpuMicroseconds: number
}

type Measurement = Load & { cpuMicroseconds: number }

/** Warms up every target, then measures them in turns, so that a slow minute of the machine hits all of them. Medians of the rounds. */
export async function measureDoors(targets: Target[], plan: Plan, say: (text: string) => void): Promise<DoorResult[]> {
  const measured = new Map<Target, Measurement[]>(targets.map((target) => [target, []]))
  for (const target of targets) {
    say(`Warming up: ${target.name}`)
    await measure(target, { seconds: plan.warmUpSeconds })
  }
  for (let round = 1; round <= plan.rounds; round++) {
    for (const target of targets) {
      say(`Round ${round} of ${plan.rounds}: ${target.name}`)
      measured.get(target)?.push(await measure(target, { seconds: plan.seconds }))
    }
  }
  return [...measured].map(([{ key, name }, results]) => {
    const medianOf = (value: keyof Measurement) => median(results.map((result) => result[value]))
    return {
      ...{ key, name, requestsPerSecond: medianOf('requestsPerSecond') },
      ...{ p50: medianOf('p50'), p99: medianOf('p99'), cpuMicroseconds: medianOf('cpuMicroseconds') },
    }
  })
}

/** One load, with proof that every answer was of the kind that the target is about. */
export async function measure(target: Target, amount: { seconds: number } | { requests: number }): Promise<Measurement> {
  const { answers, process, url } = target
  if (answers) {
    // Other targets may have pushed the answer out of the cache, and it does not live for ever.
    if (answers.from === 'cache') await ask(target.url, answers.prime, target)
    await askOnce(target)
  }
  const before = answers && (await readSources(url))
  const { cpuMicroseconds: cpuBefore } = await process.read('read')
  const loaded = await load(target, amount)
  const { cpuMicroseconds: cpuAfter } = await process.read('read')
  if (answers && before) {
    expectSource(target, loaded.requests, before, await readSources(url))
    await askOnce(target)
  }
  return { ...loaded, cpuMicroseconds: (cpuAfter - cpuBefore) / loaded.requests }
}

async function ask(url: string, _context: string, { headers, body }: Target): Promise<void> {
  const response = await fetch(url, { method: 'POST', headers, body: typeof body === 'string' ? body : body() })
  await response.text()
}
