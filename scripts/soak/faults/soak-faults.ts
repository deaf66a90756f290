import { tally } from '../../../apps/api/src/testing/ask-many.ts'
import { runReplicas } from '../../../apps/api/src/testing/run-replicas.ts'
import { openDatabase } from '../../../packages/database/src/open-database.ts'
import { startServices } from '../own-services.ts'
import type { Scenario } from '../scenario.ts'
import { describeHeld, readHeld, untilRest } from './at-rest.ts'
import { checkLedger, slowestRecovery } from './check-ledger.ts'
import { disturb } from './disturbances.ts'
import { fillEveryPlace } from './fill-every-place.ts'
import { operatorOnDuty } from './operator-on-duty.ts'
import { sendRequests } from './send-requests.ts'
import { setFaults, timeoutMs } from './simulator-faults.ts'

const atOnce = 48
// Four times as fast as Claude: calls are under way long enough to be hit by what happens.
const fasterThanClaude = 4
const recoverWithinMs = 60_000

/** Everything at once, and then: does the ledger equal the bill, and is anything held? */
export const soakFaults: Scenario = {
  name: 'faults',
  summary:
    'Requests to three replicas while the provider fails in every way the simulator knows, replicas are killed (kill -9) and started again, Postgres restarts, Redis is emptied, and three of ten callers leave.',
  async run({ seed, requests, say }) {
    const services = await startServices(`soak-${seed}`, fasterThanClaude)
    const environment = {
      ...{ CLAUDE_DAILY_BUDGET_USD: '1000', CLAUDE_MONTHLY_BUDGET_USD: '10000', CLAUDE_RATE_LIMIT_RPM: '20000' },
      CLAUDE_TIMEOUT_MS: String(timeoutMs),
    }
    const replicas = await runReplicas({ ...services.addresses, environment })
    const database = await openDatabase({ kind: 'postgres', url: services.postgres.url })
    try {
      await setFaults(services.simulator.url, true)
      const operator = operatorOnDuty(replicas, database)
      const disturbances = disturb(replicas, services, { seed, requests, say })
      const startedAt = performance.now()
      const answers = await sendRequests(replicas, {
        ...{ seed, requests, atOnce },
        before(index) {
          disturbances.before(index)
          if (index % Math.ceil(requests / 20) === 0) say(`${index} of ${requests} requests`)
        },
      })
      const { kills, flushes, restarts } = await disturbances.done()
      const resumed = await operator.leave()
      const seconds = Math.round((performance.now() - startedAt) / 1000)
      await setFaults(services.simulator.url, false)
      say('Waiting until nothing is under way')
      const held = await untilRest(
        () =>
          readHeld(
            database,
            services.redis.port,
            replicas.all.map(({ dataFolder }) => dataFolder),
          ),
        2 * recoverWithinMs,
      )
      const ledger = await checkLedger(database, replicas, services.simulator.url)
      const recovered = await slowestRecovery(
        database,
        kills.map(({ at }) => at),
      )
      const full = await fillEveryPlace(replicas)

      const kinds = tally(answers.filter((answer) => answer !== 'cut'))
      const cut = answers.filter((answer) => answer === 'cut').length
      const errors = Object.entries(kinds).filter(([kind]) => kind.startsWith('http') && kind !== 'http 0')
      return {
        figures: [
          ['requests', `${answers.length} in ${seconds} s, ${atOnce} at once`],
          [
            'answers',
            Object.entries(kinds)
              .map(([kind, count]) => `${kind}: ${count}`)
              .join(', ')
              .replace('http 0', 'left before the answer'),
          ],
          ['requests cut by a kill', String(cut)],
          ['kill -9, restarts of Postgres, FLUSHALL', `${kills.length}, ${restarts}, ${flushes}`],
          ['times the breaker opened and an operator resumed', String(resumed)],
          ['attempts by outcome', ledger.outcomes],
          ['ledger', ledger.ledger],
          ['bill', ledger.bill],
          ['held by estimates beyond the bill', ledger.surplus],
          ['slowest settlement of an attempt after its process was killed', recovered.text],
        ],
        checks: [
          {
            sentence: 'ledger = bill for every attempt with known usage, estimates >= the bill, no duplicate, no missing row',
            holds: ledger.differences.length === 0 && ledger.requests > requests / 4,
            seen: ledger.differences.length === 0 ? 'no difference' : ledger.differences.slice(0, 5).join('; '),
          },
          { sentence: 'nothing is held at rest', holds: held.rest, seen: describeHeld(held.held) },
          {
            sentence: 'no place among the calls under way is lost: as many calls at once as there are places, all answered by Claude',
            holds: full.answered === full.asked,
            seen: `${full.answered} of ${full.asked}`,
          },
          {
            sentence: 'attempts of killed processes are settled within a minute',
            holds: recovered.milliseconds <= recoverWithinMs,
            seen: recovered.text,
          },
          {
            sentence: 'no HTTP error but of callers who left',
            holds: errors.length === 0,
            seen: JSON.stringify(Object.fromEntries(errors)),
          },
        ],
      }
    } finally {
      await replicas.dispose()
      await database.close()
      await services.close()
    }
  },
}
