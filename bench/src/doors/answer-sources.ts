import type { Target } from './targets.ts'

// Answers that were under way when a load ended, and records that wait for their batch (250 ms), are over after this much quiet.
const quietMilliseconds = 300
const patienceMilliseconds = 30_000

/** Answers so far by their source, from the server's own metrics, read once it is quiet. */
export async function readSources(serverUrl: string): Promise<Map<string, number>> {
  const deadline = AbortSignal.timeout(patienceMilliseconds)
  for (let before = ''; ; ) {
    const text = await (await fetch(new URL('/metrics', serverUrl))).text()
    const lines = text.split('\n').filter((line) => line.startsWith('inkling_answers_total{'))
    if (lines.join() === before && before !== '') return sum(lines)
    before = lines.join() || 'none'
    if (deadline.aborted) throw new Error(`The server was not quiet within ${patienceMilliseconds / 1000} seconds after a load.`)
    await new Promise((resolve) => setTimeout(resolve, quietMilliseconds))
  }
}

function sum(lines: string[]): Map<string, number> {
  const sources = new Map<string, number>()
  for (const line of lines) {
    const [, source = '', reason = '', count = ''] = /source="([^"]*)".*reason="([^"]*)".* (\d+)$/.exec(line) ?? []
    const name = reason === 'none' ? source : `${source} (${reason})`
    sources.set(name, (sources.get(name) ?? 0) + Number(count))
  }
  return sources
}

/** Throws unless that many answers and more came from the expected source and none from another. */
export function expectSource(target: Target, answered: number, before: Map<string, number>, after: Map<string, number>): void {
  const grown = [...after].map(([name, count]) => [name, count - (before.get(name) ?? 0)] as const).filter(([, count]) => count > 0)
  const expected = target.answers?.from
  const right = grown.find(([name]) => name === expected)?.[1] ?? 0
  if (grown.length <= 1 && right >= answered) return
  const found = grown.map(([name, count]) => `${count} from ${name}`).join(', ') || 'none'
  throw new Error(`${target.name}: of ${answered} answers all must come from ${expected}, but the server counted ${found}.`)
}

/** Asks once and demands that the answer says where it comes from: as the target asks, so that the request itself is tried too. */
export async function askOnce(target: Target): Promise<void> {
  if (!target.answers) return
  const body = typeof target.body === 'string' ? target.body : target.body()
  const response = await fetch(target.url, { method: 'POST', headers: target.headers, body })
  const text = await response.text()
  const source = /"source":"([^"]+)"/.exec(text)?.[1]
  if (response.ok && source === target.answers.from) return
  throw new Error(`${target.name}: expected an answer from ${target.answers.from}, got ${response.status} ${text.slice(0, 300)}`)
}
