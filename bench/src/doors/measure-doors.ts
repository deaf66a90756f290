import type { Plan } from '../options.ts'
import { median } from '../statistics.ts'
import { ask, askAndExpectSource, expectSource, readSources } from './answer-sources.ts'
import { type Amount, type Load, load } from './load.ts'
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
export async function measure(target: Target, amount: Amount): Promise<Measurement> {
  if (target.answersFrom === undefined) return measureAlone(target, amount)
  // Other targets may have pushed the answer out of the cache, and it does not live for ever.
  if (target.answersFrom === 'cache') await ask(target)
  await askAndExpectSource(target)
  const before = await readSources(target.url)
  const measurement = await measureAlone(target, amount)
  expectSource(target, measurement.requests, before, await readSources(target.url))
  await askAndExpectSource(target)
  return measurement
}

async function measureAlone(target: Target, amount: Amount): Promise<Measurement> {
  const before = await target.process.read('read')
  const loaded = await load(target, amount)
  const after = await target.process.read('read')
  return { ...loaded, cpuMicroseconds: (after.cpuMicroseconds - before.cpuMicroseconds) / loaded.requests }
}
