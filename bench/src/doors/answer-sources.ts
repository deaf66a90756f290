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
  const expected = target.answersFrom
  const right = grown.find(([name]) => name === expected)?.[1] ?? 0
  if (grown.length <= 1 && right >= answered) return
  const found = grown.map(([name, count]) => `${count} from ${name}`).join(', ') || 'none'
  throw new Error(`${target.name}: of ${answered} answers all must come from ${expected}, but the server counted ${found}.`)
}

/** Asks as the load does, before and after it. */
export async function ask({ url, headers, body }: Target): Promise<{ status: number; text: string }> {
  const response = await fetch(url, { method: 'POST', headers, body: typeof body === 'string' ? body : body() })
  return { status: response.status, text: await response.text() }
}

/** Throws unless one answer says that it comes from where the target's answers must come from. */
export async function askAndExpectSource(target: Target): Promise<void> {
  const { status, text } = await ask(target)
  const source = /"source":"([^"]+)"/.exec(text)?.[1]
  if (status === 200 && source === target.answersFrom) return
  throw new Error(`${target.name}: expected an answer from ${target.answersFrom}, got ${status} ${text.slice(0, 300)}`)
}
