import { CallerError } from '@inkling/contracts'
import { findSuggestionByPath } from '@inkling/prompts'
import { requireProduct } from '@inkling/router'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'
import { callerOf, takeFromQuota } from './caller.ts'
import { leftSignal } from './left.ts'
import { sendJson } from './send-json.ts'

/** `POST /api/v1/suggestions/<product>/<suggestion>`: the body is the context. Straight into the pipeline. */
export function suggestionDoor(server: FastifyInstance, services: Services): void {
  server.post<{ Params: { product: string; suggestion: string } }>('/api/v1/suggestions/:product/:suggestion', async (request, reply) => {
    const { product, suggestion: key } = request.params
    const suggestion = findSuggestionByPath(product, key)
    if (!suggestion) throw new CallerError('not-found', `There is no suggestion "${product}/${key}". /api/docs lists them.`)
    const caller = await callerOf(request, services)
    requireProduct(caller, suggestion.product)
    await takeFromQuota(caller, 'suggestion', services)
    const { id: requestId, body: context } = request
    sendJson(reply, await services.pipeline.answer({ suggestion, context, caller, requestId, left: leftSignal(reply.raw) }))
    return reply
  })
}
