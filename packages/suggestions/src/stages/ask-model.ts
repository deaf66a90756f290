import { parseModelItem, restoreCandidates } from '@inkling/prompts'
import { createOutputChecks } from '@inkling/safety'
import { ItemStream } from '../item-stream.ts'
import type { ModelEvent, ModelOutcome, Ports } from '../ports.ts'
import type { LookedUp, RenderedPrompt } from '../request.ts'

export interface ModelAnswer {
  outcome: ModelOutcome
  providerRequestId?: string
  firstTokenAt?: number
  /** The answer was whole JSON, ended by the model itself. */
  finished: boolean
}

/** Hands over every item as the model wrote it (aliases, placeholders), unchecked, while the text still comes. */
export async function askModel(
  state: LookedUp,
  rendered: RenderedPrompt,
  ports: Pick<Ports, 'clock' | 'model'>,
  signal: AbortSignal,
  take: (itemText: string) => void,
): Promise<ModelAnswer> {
  const { suggestion, prompt, caller } = state
  const stream = new ItemStream()
  let firstTokenAt: number | undefined
  let end: Extract<ModelEvent, { type: 'end' }> | undefined
  const request = {
    model: state.model,
    system: rendered.system,
    data: rendered.data,
    schema: suggestion.modelSchema,
    maxOutputTokens: prompt.maxOutputTokens,
    effort: prompt.effort,
    userKey: caller.userKey,
  }
  for await (const event of ports.model.ask(request, signal)) {
    if (event.type === 'end') {
      end = event
      continue
    }
    firstTokenAt ??= ports.clock.now()
    for (const text of stream.push(event.text)) take(text)
  }
  const outcome = end?.outcome ?? { kind: 'unknown', cause: 'cut-stream' }
  return {
    outcome,
    finished: stream.complete && outcome.kind === 'complete' && outcome.stopReason === 'end_turn',
    ...(end?.providerRequestId === undefined ? {} : { providerRequestId: end.providerRequestId }),
    ...(firstTokenAt === undefined ? {} : { firstTokenAt }),
  }
}

/** The checks of one item, in the order of their cost. Returns the item, or `undefined` after reporting which check dropped it. */
export function createItemCheck(
  state: LookedUp,
  rendered: RenderedPrompt,
  ports: Pick<Ports, 'clock' | 'randomness' | 'records' | 'observer'>,
): (text: string) => unknown {
  const { suggestion, aliased, caller } = state
  const checkOutput = createOutputChecks({
    canary: rendered.canary,
    system: rendered.system,
    permittedText: [rendered.data],
    placeholders: new Set(state.redactions.map(({ placeholder }) => placeholder)),
    locale: state.answerLocale,
    codeAllowed: suggestion.answersWithCode === true,
  })
  const now = new Date(state.startedAt)
  const drop = (check: string) => {
    ports.observer.on({ type: 'item-dropped', suggestion: suggestion.name, check })
    return undefined
  }
  return (text) => {
    let raw: unknown
    try {
      raw = JSON.parse(text)
    } catch {
      return drop('json')
    }
    const parsed = parseModelItem(suggestion, raw)
    if ('problem' in parsed) return drop('schema')
    const restored = restoreCandidates(suggestion, parsed.item, aliased.idOf)
    if (restored === undefined) return drop('candidate')
    if (suggestion.checkItem?.(restored, state.input, now) !== undefined) return drop('content')
    const unsafe = checkOutput(parsed.item)
    if (unsafe) {
      const about = { product: suggestion.product, suggestion: suggestion.name, userKey: caller.userKey }
      const record = { kind: 'output-rejected', where: unsafe.check, action: 'dropped' } as const
      ports.records.security({ id: ports.randomness.uuid(), ...about, ...record, at: ports.clock.now() })
      return drop(unsafe.check)
    }
    return parsed.item
  }
}
