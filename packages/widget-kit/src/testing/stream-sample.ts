import type { AnswerEvent, AnswerMeta } from '@inkling/contracts'

/** What a server answers to the questions of a page, by `<product>.<suggestion>`. */
export type SampleAnswers = Readonly<Record<string, SampleAnswer>>

export interface SampleAnswer {
  items: readonly unknown[]
  meta?: Partial<AnswerMeta>
}

const at = { createdAt: '2026-11-22T10:00:00.000Z', requestId: 'request-1' }

/** Streams a sample, one item after each resolved `pause`. */
export async function* streamSample(name: string, { items, meta }: SampleAnswer, pause: () => Promise<void>): AsyncGenerator<AnswerEvent> {
  yield { type: 'answer-start', suggestionId: `id-${name}` }
  for (const [index, item] of items.entries()) {
    await pause()
    yield { type: 'item', index, item }
  }
  await pause()
  yield { type: 'answer-end', meta: { source: 'claude', simulated: true, ...at, ...meta } }
}
