export interface DependencyState {
  state: 'up' | 'down' | 'embedded'
  /** What is missing while it is down, in one sentence. */
  consequence?: string
  milliseconds?: number
}

export interface ReadinessReport {
  /** `true` while answers, if only templates, can be given. */
  ready: boolean
  degraded: boolean
  dependencies: Record<string, DependencyState>
}

export interface Readiness {
  report(): Promise<ReadinessReport>
}

export interface Dependency {
  name: string
  embedded: boolean
  consequence: string
  /** Bounded in time by its adapter. */
  probe(): Promise<boolean>
}

/** Asks every dependency at once. The process itself needs none of them to give templates. */
export function createReadiness(dependencies: readonly Dependency[], isStopping: () => boolean): Readiness {
  return {
    async report() {
      const entries = await Promise.all(dependencies.map(async (dependency) => [dependency.name, await stateOf(dependency)] as const))
      const degraded = entries.some(([, { state }]) => state === 'down')
      return { ready: !isStopping(), degraded, dependencies: Object.fromEntries(entries) }
    },
  }
}

async function stateOf({ embedded, consequence, probe }: Dependency): Promise<DependencyState> {
  const startedAt = performance.now()
  const isUp = await probe().catch(() => false)
  const milliseconds = Math.round(performance.now() - startedAt)
  if (!isUp) return { state: 'down', consequence, milliseconds }
  return { state: embedded ? 'embedded' : 'up', milliseconds }
}
