import { dayOfTraffic } from '../traffic/day-of-traffic.ts'
import { type Counts, type ReplayOptions, type ReplayResult, replayDay } from './replay-day.ts'

export interface ReplayReport {
  asks: number
  suggestions: (Rates & { name: string; scope: 'shared' | 'user'; asks: number })[]
  /** What moves the rates: each line changes one thing; the first is the day as it is. */
  variations: (Rates & { name: string; sharedHits: number; userHits: number })[]
}

interface Rates {
  /** Share of asks that the cache answered without a call. */
  hits: number
  /** Share that the cache answered at once while one call renewed the answer. */
  renewed: number
}

const seed = 20_261_125
const users = 1_000

const variations: readonly { name: string; users?: number; options?: ReplayOptions; language?: 'en' }[] = [
  { name: 'the day as it is' },
  { name: 'contexts as they were sent, not in canonical form', options: { literalKeys: true } },
  { name: 'lifetimes halved', options: { lifetime: 0.5 } },
  { name: 'lifetimes times four', options: { lifetime: 4 } },
  { name: 'one language', language: 'en' },
  { name: 'no experiment on a prompt', options: { singlePrompt: true } },
  { name: 'a quarter of the users', users: users / 4 },
  { name: 'twice the users', users: users * 2 },
]

/** Replays the day once as it is and once for every variation. Some minutes. */
export async function measureReplay(quick: boolean, say: (text: string) => void): Promise<ReplayReport> {
  const results: ReplayResult[] = []
  const scale = quick ? 0.1 : 1
  for (const variation of variations) {
    say(`Replaying a day: ${variation.name}`)
    const day = dayOfTraffic({ seed, users: Math.round((variation.users ?? users) * scale) })
    const asks = variation.language ? day.map((ask) => ({ ...ask, locale: variation.language! })) : day
    results.push(await replayDay(asks, variation.options))
  }
  const [first] = results
  return {
    asks: first!.asks,
    suggestions: [...first!.suggestions].map(([name, own]) => ({ name, scope: own.scope, asks: own.asks, ...ratesOf([own]) })),
    variations: results.map((result, index) => {
      const own = [...result.suggestions.values()]
      const hitsOf = (scope: 'shared' | 'user') => ratesOf(own.filter((each) => each.scope === scope)).hits
      return { name: variations[index]!.name, ...ratesOf(own), sharedHits: hitsOf('shared'), userHits: hitsOf('user') }
    }),
  }
}

function ratesOf(counts: readonly Counts[]): Rates {
  const sum = (key: keyof Counts) => counts.reduce((total, each) => total + each[key], 0)
  return { hits: sum('hits') / sum('asks'), renewed: sum('renewed') / sum('asks') }
}
