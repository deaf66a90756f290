import { cpus } from 'node:os'
import type { DoorResult } from './doors/measure-doors.ts'
import type { GateResult } from './gate/measure-gate.ts'
import type { LiveResult } from './live/measure-live.ts'
import type { MemoryResult } from './measure-memory.ts'
import type { OperationResults } from './operations/measure-operations.ts'
import type { Plan } from './options.ts'
import type { PageResult } from './page/measure-page.ts'
import type { ReplayReport } from './replay/measure-replay.ts'
import type { SafetyResults } from './safety/measure-safety.ts'

export interface Results {
  doors: DoorResult[]
  memory: MemoryResult | undefined
  page: PageResult[] | undefined
  operations: OperationResults | undefined
  safety: SafetyResults | undefined
  gate: GateResult | undefined
  overhead: LiveResult | undefined
  replay: ReplayReport | undefined
}

const row = (first: string, ...cells: string[]) => `${first.padEnd(50)}${cells.map((cell) => cell.padStart(12)).join('')}`
const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1)

/** The results as tables for people. */
export function describe({ doors, overhead, memory, page, operations, safety, gate, replay }: Results, plan: Plan): string {
  const lines = [
    `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}) shared by server and load.`,
  ]
  if (doors.length > 0) lines.push('', ...describeDoors(doors, plan))
  if (doors.some(({ key }) => key === 'peer')) lines.push('', ...describePeer(doors))
  if (overhead) lines.push('', ...describeOverhead(overhead))
  if (memory) lines.push('', ...describeMemory(memory))
  if (page) lines.push('', ...describePage(page))
  if (operations) lines.push('', ...describeOperations(operations))
  if (safety) lines.push('', ...describeSafety(safety))
  if (gate) lines.push('', ...describeGate(gate))
  if (replay) lines.push('', ...describeReplay(replay))
  return `${lines.join('\n')}\n`
}

/** The same for programs, with the ratios to the bare server where that was measured. */
export function serialise({ doors, ...others }: Results): string {
  return `${JSON.stringify({ doors: doors.map((door) => ({ ...door, ...ratiosOf(door, doors) })), ...others }, null, 2)}\n`
}

function ratiosOf(door: DoorResult, doors: DoorResult[]): { ratio?: number; cpuRatio?: number } {
  const bare = doors.find(({ key }) => key === 'bare')
  if (!bare) return {}
  return { ratio: door.requestsPerSecond / bare.requestsPerSecond, cpuRatio: door.cpuMicroseconds / bare.cpuMicroseconds }
}

function describeDoors(doors: DoorResult[], { warmUpSeconds, rounds, seconds }: Plan): string[] {
  return [
    `Over HTTP: medians of ${rounds} interleaved rounds of ${seconds} s, after ${warmUpSeconds} s each to warm up`,
    row('', 'requests/s', 'p50 ms', 'p99 ms', 'of bare', 'server us', 'x bare'),
    ...doors.map((door) => {
      const { ratio, cpuRatio } = ratiosOf(door, doors)
      const measured = [door.requestsPerSecond.toFixed(0), door.p50.toFixed(1), door.p99.toFixed(1)]
      return row(door.name, ...measured, ratio?.toFixed(3) ?? '', door.cpuMicroseconds.toFixed(0), cpuRatio?.toFixed(1) ?? '')
    }),
  ]
}

function describePeer(doors: DoorResult[]): string[] {
  const rate = (key: string) => doors.find((door) => door.key === key)?.requestsPerSecond
  const peer = rate('peer') ?? Number.NaN
  const times = (key: string) => {
    const own = rate(key)
    return own === undefined ? 'not measured' : `${(own / peer).toFixed(2)} x`
  }
  return [
    'Against the public gateway, which reserves no money, writes no row, and has no cache in its published package',
    row('a cached answer of ours', times('plain'), 'aim >= 5 x'),
    row('a live answer of ours, with everything on', times('live')),
  ]
}

function describeOverhead({ perSecond, direct, inkling }: LiveResult): string[] {
  const line = (name: string, { p50, p99 }: LiveResult['direct']) => row(name, p50.toFixed(1), p99.toFixed(1))
  return [
    `Live answers at ${perSecond} requests a second, whether or not earlier ones are answered`,
    row('', 'p50 ms', 'p99 ms'),
    line("Claude's SDK alone", direct),
    line('through Inkling, plain HTTP', inkling),
    line('added (aim: 4 and 25)', { p50: inkling.p50 - direct.p50, p99: inkling.p99 - direct.p99 }),
  ]
}

function describeReplay({ asks, suggestions, variations }: ReplayReport): string[] {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  return [
    `A replayed day: ${asks} asks; hits need no call, renewed ones are shown at once while one call replaces them`,
    row('', 'asks', 'hits', 'renewed', 'cached for'),
    ...suggestions.map((each) => row(each.name, String(each.asks), percent(each.hits), percent(each.renewed), each.scope)),
    '',
    'What moves the hits',
    row('', 'hits', 'renewed', 'shared', 'of one user'),
    ...variations.map((each) => row(each.name, ...[each.hits, each.renewed, each.sharedHits, each.userHits].map(percent))),
  ]
}

function describeMemory(memory: MemoryResult): string[] {
  const { requests, heapBytesBefore, heapBytesAfter, residentBytesBefore, residentBytesAfter } = memory
  return [
    `Memory of the server over ${requests} cached answers, after forced collections`,
    row('', 'before MB', 'after MB', 'bytes/answer'),
    row('heap', megabytes(heapBytesBefore), megabytes(heapBytesAfter), ((heapBytesAfter - heapBytesBefore) / requests).toFixed(0)),
    row('resident, database in process included', megabytes(residentBytesBefore), megabytes(residentBytesAfter)),
  ]
}

function describeGate({ processes, callersEach, pairsPerSecond, p50, p99 }: GateResult): string[] {
  return [
    `The gate alone: ${processes} processes of ${callersEach} callers on one set of rows in Postgres`,
    row('', 'pairs/s', 'p50 ms', 'p99 ms'),
    row('reserve and settle', pairsPerSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1)),
  ]
}

function describePage(page: PageResult[]): string[] {
  return [
    'On the CooCook page of the playground, in a browser',
    row('', 'ms', 'aim', ''),
    ...page.map(({ name, milliseconds, aim }) =>
      row(name, milliseconds.toFixed(0), aim === undefined ? '' : `< ${aim}`, aim !== undefined && milliseconds >= aim ? 'MISSED' : ''),
    ),
  ]
}

function describeSafety({ times, growth, heapGrowthBytes }: SafetyResults): string[] {
  return [
    'Both detectors together, one call, in processor time',
    row('', 'ms', 'aim', ''),
    ...times.map(({ name, milliseconds, aim }) =>
      row(name, milliseconds.toFixed(2), aim === undefined ? '' : `< ${aim}`, aim !== undefined && milliseconds >= aim ? 'MISSED' : ''),
    ),
    row('heap after 1,000 slow texts of 16 kB, MB more', megabytes(heapGrowthBytes)),
    '',
    'Texts that are made to be slow: ms, and how it grows where the text doubles (2.0: linear)',
    row('', ...(growth[0]?.points ?? []).map(({ kilobytes }) => `${kilobytes} kB`), '8 to 16 kB'),
    ...growth.map(({ text, points }) => {
      const [half, whole] = points.slice(-2).map(({ milliseconds }) => milliseconds)
      return row(text, ...points.map(({ milliseconds }) => milliseconds.toFixed(2)), `x ${((whole ?? 0) / (half || 1)).toFixed(1)}`)
    }),
  ]
}

function describeOperations({ yardstick, operations, growth }: OperationResults): string[] {
  const inYardsticks = (microseconds: number) => (microseconds / yardstick.microseconds).toFixed(1)
  return [
    `In process, one call; the ratio is to ${yardstick.name} (${yardstick.microseconds.toFixed(2)} us)`,
    row('', 'us', 'x'),
    ...operations.map(({ name, microseconds }) => row(name, microseconds.toFixed(2), inYardsticks(microseconds))),
    '',
    'Growth of the detectors: time for one kB, as a ratio to the smallest text (1.0 everywhere: linear)',
    row('', ...(growth[0]?.points ?? []).map(({ kilobytes }) => `${kilobytes} kB`)),
    ...growth.map(({ name, points }) => row(name, ...points.map(({ perKilobyte }) => perKilobyte.toFixed(2)))),
  ]
}
