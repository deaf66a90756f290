import { detectInjection, findPersonalData, prepareText } from '@inkling/safety'
import { ordinaryTexts, slowTexts } from './safety-texts.ts'

export interface SafetyResult {
  name: string
  milliseconds: number
  /** Below this. */
  aim?: number
}

export interface SafetyGrowth {
  text: string
  /** Milliseconds at 2, 4, 8 and 16 kB. */
  points: { kilobytes: number; milliseconds: number }[]
}

export interface SafetyResults {
  times: SafetyResult[]
  growth: SafetyGrowth[]
  /** Heap after a thousand texts of 16 kB, against the heap before them. */
  heapGrowthBytes: number
}

const kilobyte = 1_024
const sizes = [2, 4, 8, 16]
// As the product runs them: the text is prepared once for both.
function bothDetectors(text: string) {
  const prepared = prepareText(text)
  return [findPersonalData(prepared), detectInjection(prepared)]
}

/**
 * Both detectors together over ordinary texts of 2 kB and over texts that are made to be slow, in processor time of this thread: other
 * programs on the machine do not count. `milliseconds` is for each text; the clock ticks every few.
 */
export function measureSafety(milliseconds: number, say: (text: string) => void): SafetyResults {
  say('Both detectors: texts of 2 kB')
  const ordinary = ordinaryTexts(2 * kilobyte)
  for (let round = 0; round < 3; round++) for (const text of ordinary) bothDetectors(text)
  const times = ordinary.map((text) => timeOf(text, milliseconds))
  say('Both detectors: texts that are made to be slow')
  const growth = slowTexts.map(({ name, unit }) => ({ text: name, points: sizes.map((kilobytes) => pointOf(unit, kilobytes)) }))
  const slowest = growth.map(({ text, points }) => ({ text, ...points.at(-1)! })).sort((a, b) => b.milliseconds - a.milliseconds)[0]!
  return {
    times: [
      { name: '2 kB: p50 of texts', milliseconds: quantile(times, 0.5) },
      { name: '2 kB: p99 of texts', milliseconds: quantile(times, 0.99), aim: 1 },
      { name: `16 kB, slowest: ${slowest.text}`, milliseconds: slowest.milliseconds, aim: 10 },
    ],
    growth,
    heapGrowthBytes: measureHeap(),
  }

  function pointOf(unit: string, kilobytes: number) {
    const text = unit.repeat(Math.ceil((kilobytes * kilobyte) / unit.length)).slice(0, kilobytes * kilobyte)
    return { kilobytes, milliseconds: timeOf(text, milliseconds) }
  }
}

/** Milliseconds of one call. */
function timeOf(text: string, milliseconds: number): number {
  bothDetectors(text)
  const start = processorTime()
  let calls = 0
  while (processorTime() - start < milliseconds) {
    for (let call = 0; call < 8; call++) bothDetectors(text)
    calls += 8
  }
  return (processorTime() - start) / calls
}

function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function measureHeap(): number {
  const texts = slowTexts.map(({ unit }) => unit.repeat(Math.ceil((16 * kilobyte) / unit.length)))
  const run = (count: number) => {
    for (let index = 0; index < count; index++) bothDetectors(texts[index % texts.length]!)
  }
  run(texts.length)
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  run(1_000)
  globalThis.gc?.()
  return process.memoryUsage().heapUsed - before
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0
}
