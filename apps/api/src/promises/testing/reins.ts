import type { LanguageModel, ModelEvent, ModelOutcome, Ports } from '@inkling/suggestions/ports'

/** Decides what the world around a real pipeline does, so that a test need not wait for it. */
export interface Reins {
  /** `hold-*`: answers that begin from now on stop before their first item, or after it. `fail`: they come to nothing. */
  model: 'answer' | 'hold-before' | 'hold-after-first' | 'fail'
  /** Cached answers are past their time. */
  aged: boolean
  /** Every look at the clock finds that more time has gone by than a check of a text may take. */
  stalled: boolean
  /** The product is switched off. */
  disabled: boolean
  /** Events arrive and their sender may not learn it, or they do not. */
  feedback: 'works' | 'answers-are-lost' | 'unavailable'
  /** Attempts that wait at present. */
  held(): number
  /** Everything works again, and what was held goes on. */
  release(): void
}

// Neither repeated nor held against the breaker: one test's failure must not meet the next one.
const failure: ModelOutcome = { kind: 'rejected', cause: 'bad-request', status: 400 }

// More than the quarter of a second after which a check counts as broken.
const stallMilliseconds = 300

export function createReins(): { reins: Reins; adapt: (ports: Ports) => Ports } {
  let waiting: (() => void)[] = []
  const wait = () => new Promise<void>((resolve) => waiting.push(resolve))
  const reins: Reins = {
    model: 'answer',
    aged: false,
    stalled: false,
    disabled: false,
    feedback: 'works',
    held: () => waiting.length,
    release() {
      Object.assign(reins, { model: 'answer', aged: false, stalled: false, disabled: false, feedback: 'works' })
      const now = waiting
      waiting = []
      for (const resume of now) resume()
    },
  }

  const ask = async function* (model: LanguageModel, ...question: Parameters<LanguageModel['ask']>): AsyncGenerator<ModelEvent> {
    const mode = reins.model
    if (mode === 'fail') return yield { type: 'end', outcome: failure }
    if (mode === 'hold-before') await wait()
    const events = model.ask(...question)
    yield* mode === 'hold-after-first' ? holdAfterFirstItem(events, wait) : events
  }

  let stalls = 0
  const adapt = (ports: Ports): Ports => ({
    ...ports,
    clock: {
      now: () => ports.clock.now() + (reins.stalled ? ++stalls * stallMilliseconds : 0),
      wait: (...time) => ports.clock.wait(...time),
      timeout: (time) => ports.clock.timeout(time),
    },
    model: { simulated: ports.model.simulated, ask: (...question) => ask(ports.model, ...question) },
    cache: {
      get: async (key) => {
        const answer = await ports.cache.get(key)
        return answer && reins.aged ? { ...answer, freshUntil: 0 } : answer
      },
      set: (...entry) => ports.cache.set(...entry),
      invalidateUser: (...user) => ports.cache.invalidateUser(...user),
      purge: (target) => ports.cache.purge(target),
      close: () => ports.cache.close(),
    },
    flags: {
      forUser(attributes) {
        const user = ports.flags.forUser(attributes)
        return { prompt: user.prompt, admission: (product) => (reins.disabled ? 'disabled' : user.admission(product)) }
      },
    },
  })
  return { reins, adapt }
}

/** The end of the first item is found wherever the pieces are cut. */
async function* holdAfterFirstItem(events: AsyncIterable<ModelEvent>, wait: () => Promise<void>): AsyncGenerator<ModelEvent> {
  let text = ''
  let passed = false
  for await (const event of events) {
    if (passed || event.type !== 'text') {
      yield event
      continue
    }
    const before = text.length
    text += event.text
    const end = text.indexOf('},')
    passed = end >= 0
    const cut = passed ? Math.max(0, end + 2 - before) : event.text.length
    yield { type: 'text', text: event.text.slice(0, cut) }
    if (!passed) continue
    await wait()
    yield { type: 'text', text: event.text.slice(cut) }
  }
}
