import { CallerError } from '@inkling/contracts'
import { causeOf, type RouterContext, router } from '@inkling/router'
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Services } from '../services.ts'
import { callerOf, takeFromQuota } from './caller.ts'
import { decodeUtf8 } from './json-body.ts'
import { leftSignal } from './left.ts'

// Fifteen suggestions exist; a page shows a handful. More in one request is no page.
const maximumBatchSize = 20

/** `/trpc/<procedures>`: queries over POST, batched and streamed. */
export function trpcDoor(server: FastifyInstance, services: Services): void {
  // tRPC parses bodies itself, each call of a batch on its own.
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, decodeUtf8(body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
  server.all<{ Params: { '*': string } }>('/trpc/*', (request, reply) =>
    fastifyRequestHandler({
      router,
      req: request,
      res: reply,
      path: request.params['*'],
      allowMethodOverride: true,
      maxBatchSize: maximumBatchSize,
      createContext: () => contextOf(request, leftSignal(reply.raw), services),
      responseMeta: ({ errors }) => {
        const waits = errors
          .map((error) => causeOf(error))
          .map((cause) => (cause instanceof CallerError ? cause.retryAfterSeconds : undefined))
        const longest = Math.max(0, ...waits.map((wait) => wait ?? 0))
        return longest > 0 ? { headers: { 'retry-after': String(longest) } } : {}
      },
      onError: ({ error }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR' && !(error.cause instanceof CallerError))
          services.onDefect(error.cause ?? error, request.id)
      },
    }),
  )
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
