import { CallerError } from '@inkling/contracts'
import { type RouterContext, router } from '@inkling/router'
import type { TRPCError } from '@trpc/server'
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Services } from '../services.ts'
import { answerQueryCalls, waitHeaders } from './answer-query-calls.ts'
import { callerOf, takeFromQuota } from './caller.ts'
import { decodeUtf8 } from './json-body.ts'
import { leftSignal } from './left.ts'
import { readQueryCalls } from './query-calls.ts'

// Fifteen suggestions exist; a page shows a handful. More in one request is no page.
const maximumBatchSize = 20

/**
 * `/trpc/<procedures>`: queries over POST, batched and streamed. Suggestions in the forms that clients send are called straight away: what tRPC's
 * adapter makes for each request (a `Request`, a `Response`, streams, signals) costs more than a cached answer. All else goes through the adapter.
 */
export function trpcDoor(server: FastifyInstance, services: Services): void {
  // Whole batches are parsed later, each call's context is checked on its own.
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, decodeUtf8(body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
  server.all<{ Params: { '*': string } }>('/trpc/*', async (request, reply) => {
    const context = contextOf(request, leftSignal(reply.raw), services)
    const onError = (error: TRPCError) => {
      if (error.code === 'INTERNAL_SERVER_ERROR' && !(error.cause instanceof CallerError))
        services.onDefect(error.cause ?? error, request.id)
    }
    const calls = readQueryCalls(request, maximumBatchSize)
    if (calls) {
      await answerQueryCalls(calls, reply, context, onError)
      return reply
    }
    return fastifyRequestHandler({
      router,
      req: request,
      res: reply,
      path: request.params['*'],
      allowMethodOverride: true,
      maxBatchSize: maximumBatchSize,
      createContext: () => context,
      responseMeta: ({ errors }) => ({ headers: waitHeaders(errors) }),
      onError: ({ error }) => onError(error),
    })
  })
}

function contextOf(request: FastifyRequest, left: () => AbortSignal, services: Services): RouterContext {
  const { pipeline, feedback, operations, tokens } = services
  // One verification for all calls of a batch.
  let caller: ReturnType<RouterContext['productCaller']> | undefined
  return {
    requestId: request.id,
    left,
    pipeline,
    feedback,
    operations,
    takeFromQuota: (caller, kind) => takeFromQuota(caller, kind, services),
    productCaller: () => {
      caller ??= callerOf(request, services)
      return caller
    },
    operator: async () => {
      const { sub, role } = await tokens.operator(request.headers.authorization)
      return { name: sub, role }
    },
  }
}
