import type { Replicas } from '../../../apps/api/src/testing/run-replicas.ts'
import type { Database } from '../../../packages/database/src/database.ts'

const lookEveryMs = 300

/** Lets spending go on whenever the breaker has opened: behind an open one there would be little to look at. `leave` tells how often. */
export function operatorOnDuty(replicas: Replicas, database: Database): { leave(): Promise<number> } {
  let onDuty = true
  let resumed = 0

  async function look(): Promise<void> {
    const [row] = await database.statement<{ stopped: boolean }>(
      'select breaker_opened_at is not null or held_at is not null as stopped from gate_state',
      [],
      1_000,
    )
    const replica = replicas.all.find(({ isRunning }) => isRunning)
    if (row?.stopped !== true || replica === undefined) return
    const response = await fetch(`${replica.url}/api/v1/ops/resume`, {
      method: 'POST',
      headers: { authorization: await replicas.operatorAuthorization(), 'content-type': 'application/json' },
      body: '{}',
    })
    if (response.ok) resumed++
  }

  const duty = (async () => {
    while (onDuty) {
      // Postgres or the replica may be away at this moment: it looks again.
      await look().catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
    }
  })()
  return {
    async leave() {
      onDuty = false
      await duty
      return resumed
    },
  }
}
