import type { Incident, IncidentOutbox } from '@inkling/database'
import type { Clock } from '@inkling/suggestions/ports'
import type { IncidentWebhook } from '@inkling/telemetry'

export interface IncidentDeskParts {
  outbox: IncidentOutbox
  clock: Clock
  /** Logs and counts; called once for each incident over all replicas. */
  announce: (incident: Incident) => void
  webhook?: IncidentWebhook | undefined
  onProblem: (problem: unknown) => void
}

export interface IncidentDesk {
  /** One round: what is new is announced, what is due is sent. Rejects while Postgres is away. */
  round(): Promise<void>
  close(): Promise<void>
}

// People are told within two seconds; the query costs next to nothing where there is no news.
const roundMilliseconds = 2_000

/** Tells people about incidents, from whichever replica comes first. */
export function startIncidentDesk({ outbox, clock, announce, webhook, onProblem }: IncidentDeskParts): IncidentDesk {
  const stopping = new AbortController()

  async function round(): Promise<void> {
    for (const incident of await outbox.claimNew(clock.now())) announce(incident)
    if (!webhook) return
    for (const incident of await outbox.claimDue(clock.now())) {
      const { key, occurredAt, ...data } = incident
      const message = { id: key, type: 'inkling.incident', data: { ...data, occurredAt: new Date(occurredAt).toISOString() } }
      if (await webhook.deliver(message)) await outbox.confirm(key, clock.now())
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await clock.wait(roundMilliseconds, stopping.signal)
      if (!stopping.signal.aborted) await round().catch(onProblem)
    }
  }

  const running = run()
  return {
    round,
    async close() {
      stopping.abort()
      await running
    },
  }
}
