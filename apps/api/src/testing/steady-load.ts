import type { WidgetAnswer } from '@inkling/widget-kit/testing/ask-as-widget'
import type { OwnDeployment } from './own-deployment.ts'
import { until } from './run-server.ts'

/** What one user saw. */
export interface Seen {
  kind: 'known' | 'new'
  replica: number
  startedAt: number
  milliseconds: number
  source?: string
  reason?: string
  /** A widget without an answer, or a status that is not 200. */
  failure?: string
}

export interface SteadyLoad {
  readonly seen: readonly Seen[]
  /** The next answers of questions that begin from now on. */
  observe(count: number): Promise<Seen[]>
  end(): Promise<void>
}

/** The question that everybody asks again and again. */
export const knownQuestion = 0
const usersPerReplica = 2
// A user reads for a moment: without it the load is as high as the machine can bear.
const readMilliseconds = 40

/**
 * Two users at each address: those of the replicas, unless others are given. Each asks what everybody asks, as a widget does, and then something new, over the plain HTTP door; one after the
 * other until `end`.
 */
export function startSteadyLoad(deployment: OwnDeployment, firstQuestion: number, urls = deployment.replicas.urls): SteadyLoad {
  const seen: Seen[] = []
  let ended = false
  let question = firstQuestion

  async function ask(replica: number, kind: Seen['kind'], act: () => Promise<Pick<WidgetAnswer, 'meta' | 'failure'>>): Promise<void> {
    const startedAt = performance.now()
    const { meta, failure } = await act()
    const { source, reason } = meta ?? {}
    const described = { ...(source && { source }), ...(reason && { reason }), ...(failure && { failure }) }
    seen.push({ kind, replica, startedAt, milliseconds: performance.now() - startedAt, ...described })
  }

  async function use(url: string, replica: number, userId: string): Promise<void> {
    while (!ended) {
      await ask(replica, 'known', () => deployment.ask(url, knownQuestion, { userId }))
      await ask(replica, 'new', () => deployment.post(url, question++, userId))
      await new Promise((resolve) => setTimeout(resolve, readMilliseconds))
    }
  }

  const users = urls.flatMap((url, replica) =>
    Array.from({ length: usersPerReplica }, (_, user) => use(url, replica, `user-${replica}-${user}`)),
  )
  return {
    seen,
    async observe(count) {
      const from = performance.now()
      const found = () => seen.filter(({ startedAt }) => startedAt >= from)
      await until(() => found().length >= count)
      return found()
    },
    async end() {
      ended = true
      await Promise.all(users)
    },
  }
}

/** Milliseconds below which that share of them lies. */
export function quantile(answers: readonly Seen[], share: number): number {
  const sorted = answers.map(({ milliseconds }) => milliseconds).sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
