import { CallerError } from '@inkling/contracts'
import { causeOf, type RouterContext, router } from '@inkling/router'
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape, type TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import type { FastifyReply } from 'fastify'
import { writeBatchStream } from './batch-stream.ts'
import { LineWriter } from './line-writer.ts'
import type { QueryCall, QueryCalls } from './query-calls.ts'
import { sendText } from './send-json.ts'

// As tRPC's own adapter sends them.
const answerHeaders = { 'content-type': 'application/json', vary: 'trpc-accept, accept' }

/** Calls the procedures and sends what they answer or refuse, as tRPC's own adapter does. `onError` is told of each refusal and defect. */
export async function answerQueryCalls(
  calls: QueryCalls,
  reply: FastifyReply,
  ctx: RouterContext,
  onError: (error: TRPCError) => void,
): Promise<void> {
  const call = async ({ path, input }: QueryCall, batchIndex: number): Promise<unknown> =>
    callTRPCProcedure({ router, path, getRawInput: async () => input, ctx, type: 'query', signal: undefined, batchIndex })
  const describe = (thrown: unknown, { path, input }: QueryCall) => {
    const error = getTRPCErrorFromUnknown(thrown)
    onError(error)
    return { error, shape: getTRPCErrorShape({ config: router._def._config, error, type: 'query', path, input, ctx }) }
  }

  async function answerInLines(batch: QueryCall[]): Promise<void> {
    const lines = new LineWriter(reply, answerHeaders)
    try {
      await writeBatchStream(lines, batch.map(call), (thrown, index) => describe(thrown, batch[index]!).shape)
      lines.end()
    } catch (defect) {
      onError(getTRPCErrorFromUnknown(defect))
      lines.abandon()
    }
  }

  async function answerAsJson(asked: QueryCall): Promise<void> {
    try {
      const result = { data: await call(asked, 0) }
      sendText(reply, 200, answerHeaders, JSON.stringify({ result }))
    } catch (thrown) {
      const { error, shape } = describe(thrown, asked)
      const headers = { ...answerHeaders, ...waitHeaders([error]) }
      sendText(reply, getHTTPStatusCodeFromError(error), headers, JSON.stringify({ error: shape }))
    }
  }

  return calls.form === 'lines' ? answerInLines(calls.calls) : answerAsJson(calls.call)
}

/** The longest time after which one of the refusals is over. */
export function waitHeaders(errors: readonly TRPCError[]): Record<string, string> {
  const waits = errors.map((error) => causeOf(error)).map((cause) => (cause instanceof CallerError ? cause.retryAfterSeconds : undefined))
  const longest = Math.max(0, ...waits.map((wait) => wait ?? 0))
  return longest > 0 ? { 'retry-after': String(longest) } : {}
}
