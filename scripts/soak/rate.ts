import { askAs, type Caller, tally } from '../../apps/api/src/testing/ask-many.ts'
import { busiestMinute, readArrivals } from '../../apps/api/src/testing/rate-window.ts'
import { runReplicas } from '../../apps/api/src/testing/run-replicas.ts'
import { openDatabase } from '../../packages/database/src/open-database.ts'
import { startServices } from './own-services.ts'
import type { Scenario } from './scenario.ts'
import { seeded } from './seeded.ts'

const perMinute = 120
// Two whole windows and a little.
const lastsMs = 130_000
// Until then places are free, and nobody waits.
const freePlacesMs = 60_000
const flushAfterMs = 70_000
// More than the rate carries, so that somebody always waits: the crowd asks from every replica, the others from one.
const crowdAtEachReplica = 8
const othersAtOne = 24
const leaveShare = 0.3

/** More callers than the rate carries, for two of its windows. */
export const soakRate: Scenario = {
  name: 'rate',
  summary: `Two products ask for more than ${perMinute} calls a minute for ${lastsMs / 1000} s, one from three replicas, one from a single one; Redis is emptied, and three of ten callers leave.`,
  async run({ seed, say }) {
    const services = await startServices()
    const environment = {
      ...{ CLAUDE_RATE_LIMIT_RPM: String(perMinute), CLAUDE_DAILY_BUDGET_USD: '1000', CLAUDE_MONTHLY_BUDGET_USD: '10000' },
    }
    const replicas = await runReplicas({ ...services.addresses, environment })
    const database = await openDatabase({ kind: 'postgres', url: services.postgres.url })
    try {
      say(`${lastsMs / 1000} s of more callers than the rate carries`)
      const startsAt = Date.now()
      const endsAt = startsAt + lastsMs
      let users = 0
      const flush = setTimeout(() => void services.redis.flush(), flushAfterMs)
      const askOn = async (url: string, product: Caller['product'], worker: number) => {
        const draw = seeded(seed * 1_009 + worker)
        const answers = []
        while (Date.now() < endsAt) {
          const leaving = draw.fraction() < leaveShare ? AbortSignal.timeout(Math.ceil(draw.fraction() * 3_000)) : undefined
          answers.push(await askAs(replicas, url, { product, userId: `u${users++}`, tier: 'standard' }, leaving))
          // Who was told to come back later does not ask again at once.
          await new Promise((resolve) => setTimeout(resolve, 100))
        }
        return answers
      }
      const workers = [
        ...replicas.urls.flatMap((url) => Array.from({ length: crowdAtEachReplica }, () => [url, 'coocook'] as const)),
        ...Array.from({ length: othersAtOne }, () => [replicas.urls[2]!, 'review'] as const),
      ]
      const answers = (await Promise.all(workers.map(([url, product], worker) => askOn(url, product, worker)))).flat()
      clearTimeout(flush)
      const arrivals = await readArrivals(services.simulator.url)
      const busiest = busiestMinute(arrivals)
      const shares = await database.statement<{ product: string; grants: bigint }>(
        `select product, count(*) as grants from attempts where state <> 'released' and reserved_at > $1::timestamptz group by product order by product`,
        [new Date(startsAt + freePlacesMs).toISOString()],
        10_000,
      )
      const total = shares.reduce((sum, { grants }) => sum + Number(grants), 0)
      const least = Math.min(...shares.map(({ grants }) => Number(grants))) / total
      // Nobody asks any more: a call's longest deadline later nothing may be held.
      const held = await untilNothingWaits(database)
      return {
        figures: [
          ...Object.entries(tally(answers)).map(([kind, count]): [string, string] => [
            `answers: ${kind}`.replace('http 0', 'left'),
            String(count),
          ]),
          ...shares.map(({ product, grants }): [string, string] => [`calls for ${product} while both waited`, String(grants)]),
          ['calls that arrived', String(arrivals.length)],
        ],
        checks: [
          {
            sentence: `no 60 seconds with more than ${perMinute} calls at the simulator`,
            holds: busiest <= perMinute,
            seen: `${busiest} at most`,
          },
          {
            sentence: 'neither product below 40 % of the calls while both wait',
            holds: shares.length === 2 && least >= 0.4,
            seen: `${Math.round(least * 100)} %`,
          },
          { sentence: 'no place is held when nobody asks any more', holds: held === 0, seen: `${held}` },
        ],
      }
    } finally {
      await replicas.dispose()
      await database.close()
      await services.close()
    }
  },
}

const longestWaitMs = 30_000

async function untilNothingWaits(database: Awaited<ReturnType<typeof openDatabase>>): Promise<number> {
  const deadline = Date.now() + longestWaitMs
  for (;;) {
    const [row] = await database.statement<{ held: bigint }>(
      `select (select count(*) from attempts where state = 'reserved') + (select count(*) from rate_lines where until > clock_timestamp()) as held`,
      [],
      10_000,
    )
    const held = Number(row?.held ?? 0n)
    if (held === 0 || Date.now() > deadline) return held
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
