import type { StageTiming } from '@inkling/contracts'
import type { Ports } from './ports.ts'
import type { SuggestionRequest } from './request.ts'

/** Runs a stage and tells the observer how long it took and how it ended. */
export function observeStages(request: SuggestionRequest, ports: Pick<Ports, 'clock' | 'observer'>) {
  const timings: StageTiming[] = []
  const note = (stage: string, startedAt: number, outcome: string) => {
    const milliseconds = ports.clock.now() - startedAt
    timings.push({ stage, milliseconds, outcome })
    ports.observer.on({ type: 'stage', suggestion: request.suggestion.name, stage, milliseconds, outcome })
  }
  function observe<Result>(stage: string, run: () => Result): Result {
    const startedAt = ports.clock.now()
    const result = run()
    if (!(result instanceof Promise)) {
      note(stage, startedAt, outcomeOf(result))
      return result
    }
    return result.then((value) => {
      note(stage, startedAt, outcomeOf(value))
      return value
    }) as Result
  }
  observe.timings = timings
  return observe
}

function outcomeOf(result: unknown): string {
  const { end, fresh, role, reason, refusal } = (result ?? {}) as Record<string, unknown>
  const ended = end as { reason?: string; outcome?: string } | undefined
  if (ended) return ended.reason ?? ended.outcome ?? 'end'
  if (fresh) return 'hit'
  return String(role ?? refusal ?? reason ?? 'ok')
}
