import type { Replicas } from '../../../apps/api/src/testing/run-replicas.ts'
import type { OwnServices } from '../own-services.ts'
import { seeded } from '../seeded.ts'

export interface Disturbances {
  /** To be called before each request; starts what is due. */
  before(index: number): void
  /** Resolves when everything is back up; rejects where something did not come back. */
  done(): Promise<{ kills: { at: Date }[]; flushes: number; restarts: number }>
}

// As parts of the run, so that the short form has all of them too; the last kill early enough to be settled soon after the end.
const killsAt = [0.15, 0.4, 0.6]
const flushesAt = [0.1, 0.7]
const postgresAt = [0.3]
const awayMs = 1_500

/** Kills replicas, restarts Postgres and empties Redis while requests run; one replica at a time is away, and it comes back. */
export function disturb(
  replicas: Replicas,
  { postgres, redis }: OwnServices,
  { seed, requests, say }: { seed: number; requests: number; say(text: string): void },
): Disturbances {
  const draw = seeded(seed + 1)
  const kills: { at: Date }[] = []
  const running: Promise<void>[] = []
  let flushes = 0
  let restarts = 0

  async function killReplica(): Promise<void> {
    const index = replicas.all.indexOf(draw.pick(replicas.all))
    const replica = replicas.all[index]!
    say(`kill -9 of replica ${index}`)
    await replica.kill()
    kills.push({ at: new Date() })
    await replica.start()
  }
  async function restartPostgres(): Promise<void> {
    say('Postgres stops')
    await postgres.stop()
    await new Promise((resolve) => setTimeout(resolve, awayMs))
    await postgres.start()
    restarts++
    say('Postgres is back')
  }
  async function emptyRedis(): Promise<void> {
    say('FLUSHALL')
    await redis.flush()
    flushes++
  }

  const plan = [
    ...killsAt.map((part) => ({ part, act: killReplica })),
    ...postgresAt.map((part) => ({ part, act: restartPostgres })),
    ...flushesAt.map((part) => ({ part, act: emptyRedis })),
  ].sort((a, b) => a.part - b.part)
  let previous: Promise<void> = Promise.resolve()
  return {
    before(index) {
      while (plan[0] !== undefined && index >= plan[0].part * requests) {
        const { act } = plan.shift()!
        // One after the other: with two replicas away at once, and Postgres, there would be little left to look at.
        previous = previous.then(act)
        running.push(previous)
      }
    },
    async done() {
      await Promise.all(running)
      return { kills, flushes, restarts }
    },
  }
}
