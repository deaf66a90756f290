import type { KeyObject } from 'node:crypto'
import type { Answer, AnswerEvent } from '@inkling/contracts'
import { KnownCacheKeys } from './cache-key.ts'
import { startDeadline } from './deadline.ts'
import { Delivery } from './delivery.ts'
import { EventQueue } from './event-queue.ts'
import { type FinishedBy, finish } from './finish.ts'
import type { DerivedKeys } from './keys.ts'
import { KnownCleanTexts } from './known-clean-texts.ts'
import { observeStages } from './observe-stages.ts'
import type { FlightLeader, Ports } from './ports.ts'
import type { Checked, LookedUp, Pipeline, SuggestionRequest } from './request.ts'
import { admit } from './stages/admit.ts'
import { assignVariant, type ModelChoice } from './stages/assign-variant.ts'
import { checkInput } from './stages/check-input.ts'
import { follow } from './stages/follow.ts'
import { lead } from './stages/lead.ts'
import { lookAgain, lookUpCache } from './stages/look-up-cache.ts'
import { isShownWhileRefreshed, Refresher } from './stages/refresh.ts'
import { sealSuggestionId } from './suggestion-id.ts'
import { TasksUnderWay } from './tasks-under-way.ts'

export interface PipelineSettings {
  keys: DerivedKeys
  models: ModelChoice
  personalData: 'redact' | 'refuse'
  /** One deadline over waiting, all attempts and reading the body. */
  timeoutMilliseconds: number
  /** Told what threw where no caller waits for it. */
  onDefect?: (error: unknown) => void
}

export interface RunningPipeline extends Pipeline {
  /** Resolves when nothing is under way: neither answers, read or not, nor what refreshes the cache behind them. */
  idle(): Promise<void>
}

/** A request's way from a door to its answer; each line is a stage with a file of its own. */
export function createPipeline(ports: Ports, settings: PipelineSettings): RunningPipeline {
  const tasks = new TasksUnderWay()
  const refresher = new Refresher(ports, settings.timeoutMilliseconds)
  const { personalData } = settings
  const inspection = { personalData, cleanTexts: new KnownCleanTexts(), cleanContexts: new KnownCleanTexts() }
  const cacheKeys = new KnownCacheKeys(settings.keys.cache)

  async function run(request: SuggestionRequest, emit: (event: AnswerEvent) => void): Promise<void> {
    const observe = observeStages(request, ports)
    const admitted = observe('admit', () => admit(request, ports))
    let sealable: Partial<LookedUp> & typeof admitted.state = admitted.state
    const delivery = new Delivery(emit, () => seal(settings.keys.suggestionId, sealable))
    const end = (by: FinishedBy) => finish({ ...by, stages: observe.timings }, delivery, emit, ports)
    if ('end' in admitted) return end({ state: admitted.state, ending: admitted.end })

    const checked = observe('check-input', () => checkInput(admitted.state, ports, inspection))
    if ('end' in checked) return end({ state: checked.state, ending: checked.end })

    const assigned = observe('assign-variant', () => assignVariant(checked.state, ports, settings.models))
    sealable = assigned
    const { state, fresh } = await observe('look-up-cache', () => lookUpCache(assigned, ports, cacheKeys))
    if (fresh) return end({ state, cached: fresh, ending: { source: 'cache' } })

    if (!ports.sample.maySpend(request.caller.userKey)) return end({ state, ending: { source: 'template', reason: 'sampled-out' } })
    if (state.stale && isShownWhileRefreshed(state.stale, state, ports.clock.now())) {
      end({ state, ending: { source: 'stale' } })
      inBackground(() => refresher.refresh(state))
      return
    }
    await fly(state, end, delivery, observe)
  }

  /** From here on the answer costs money or waits for somebody else's. */
  async function fly(state: LookedUp, end: (by: FinishedBy) => void, delivery: Delivery, observe: ReturnType<typeof observeStages>) {
    const deadline = startDeadline(ports.clock, settings.timeoutMilliseconds)
    try {
      const flight = await observe('join-flight', () => ports.flights.join(state.cacheKey.hash, { maySpend: true }))
      let leader: FlightLeader
      if (flight.role === 'leader') {
        leader = flight.leader
        const { fresh } = await observe('look-again', () => lookAgain(state, ports, leader))
        if (fresh) return end({ state, cached: fresh, ending: { source: 'cache' } })
      } else {
        const followed = await observe('follow', () => follow(state, flight.events, deadline, delivery))
        if ('end' in followed) return end({ state, ending: { source: 'claude' }, flight: followed.end })
        leader = followed.leader
      }
      const generated = await observe('generate', () => lead(state, ports, deadline, leader, delivery))
      end({ state, ending: { source: 'claude' }, generated })
      inBackground(() => generated.booked)
    } finally {
      deadline.clear()
    }
  }

  /** Nobody who asked waits for it, but a process that stops does. */
  function inBackground(task: () => Promise<void>): void {
    tasks.run(task).catch((error) => settings.onDefect?.(error))
  }

  const start: typeof run = (request, emit) => tasks.run(() => run(request, emit))

  return {
    idle: () => tasks.ended(),
    async answer(request) {
      const answer: Partial<Answer> & { items: unknown[] } = { items: [] }
      await start(request, (event) => {
        if (event.type === 'answer-start') answer.suggestionId = event.suggestionId
        else if (event.type === 'item') answer.items.push(event.item)
        else answer.meta = event.meta
      })
      const { suggestionId, items, meta } = answer
      return { suggestionId: suggestionId!, items, meta: meta! }
    },
    stream(request) {
      const queue = new EventQueue<AnswerEvent>()
      start(request, (event) => queue.push(event)).then(
        () => queue.end(),
        (error) => queue.fail(error),
      )
      return queue
    },
  }
}

function seal(key: KeyObject, state: Partial<LookedUp> & Pick<Checked, 'suggestion' | 'suggestionId' | 'caller'>): string {
  const { suggestion, suggestionId, caller, prompt, experiments } = state
  const { product, name } = suggestion
  return sealSuggestionId(key, {
    id: suggestionId,
    product,
    suggestion: name,
    userKey: caller.userKey,
    variant: prompt?.variant ?? '',
    experiments: experiments ?? [],
  })
}
