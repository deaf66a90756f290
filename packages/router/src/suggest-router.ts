import type { Answer, AnswerEvent, Product } from '@inkling/contracts'
import { type Registry, registry, type Suggestion } from '@inkling/prompts'
import type { TRPCQueryProcedure } from '@trpc/server'
import { answerProduct, createRouter, publicProcedure } from './trpc.ts'

type SentTo<Definition> = Definition extends Suggestion<infer _Input, infer _Item, infer Sent> ? Sent : never
type ItemOf<Definition> = Definition extends Suggestion<infer _Input, infer Item, infer _Sent> ? Item : never

type Procedures<Output extends 'answer' | 'events'> = {
  [P in keyof Registry]: {
    [S in keyof Registry[P]]: TRPCQueryProcedure<{
      meta: object
      input: SentTo<Registry[P][S]>
      output: Output extends 'answer' ? Answer<ItemOf<Registry[P][S]>> : AsyncIterable<AnswerEvent<ItemOf<Registry[P][S]>>>
    }>
  }
}

/** One procedure for every suggestion of the registry; their types come from its schemas, which the pipeline checks. */
function proceduresOf(build: (suggestion: Suggestion) => unknown): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(registry).map(([product, ofProduct]) => [
      product,
      Object.fromEntries(Object.entries(ofProduct).map(([key, suggestion]) => [key, build(suggestion as Suggestion)])),
    ]),
  )
}

// The context is checked by the pipeline, once; here it passes as it came.
const asItCame = (value: unknown) => value

/** `suggest.<product>.<suggestion>`: the whole answer at once. */
export const suggestRouter = createRouter(
  proceduresOf((suggestion) =>
    publicProcedure
      .input(asItCame)
      .query(({ ctx, input }) =>
        answerProduct(ctx, suggestion.product as Product, (caller) =>
          ctx.pipeline.answer({ suggestion, context: input, caller, requestId: ctx.requestId, left: ctx.left }),
        ),
      ),
  ) as Procedures<'answer'>,
)

/** `suggestStream.<product>.<suggestion>`: answer-start, items, answer-end. A caller's mistake is refused before the first event. */
export const suggestStreamRouter = createRouter(
  proceduresOf((suggestion) =>
    publicProcedure.input(asItCame).query(({ ctx, input }) =>
      answerProduct(ctx, suggestion.product as Product, async (caller) => {
        const events = ctx.pipeline.stream({ suggestion, context: input, caller, requestId: ctx.requestId, left: ctx.left })
        const iterator = events[Symbol.asyncIterator]()
        return replay(await iterator.next(), iterator)
      }),
    ),
  ) as Procedures<'events'>,
)

async function* replay<Event>(first: IteratorResult<Event>, rest: AsyncIterator<Event>): AsyncGenerator<Event> {
  try {
    for (let next = first; !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
