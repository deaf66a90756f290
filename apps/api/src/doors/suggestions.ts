import type { ServerResponse } from 'node:http'
import { type Answer, CallerError } from '@inkling/contracts'
import { findSuggestionByPath } from '@inkling/prompts'
import { requireProduct } from '@inkling/router'
import type { SuggestionRequest } from '@inkling/suggestions'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'
import { callerOf, takeFromQuota } from './caller.ts'
import type { Headed } from './headed.ts'
import { leftSignal } from './left.ts'
import { sendJson } from './send-json.ts'

/** `POST /api/v1/suggestions/<product>/<suggestion>`: the body is the context. Straight into the pipeline. */
export function suggestionDoor(server: FastifyInstance, services: Services): void {
  server.post<{ Params: { product: string; suggestion: string } }>('/api/v1/suggestions/:product/:suggestion', async (request, reply) => {
    const { product, suggestion: key } = request.params
    const suggestion = findSuggestionByPath(product, key)
    if (!suggestion) throw new CallerError('not-found', `There is no suggestion "${product}/${key}". /api/docs lists them.`)
    sendJson(reply, await answerSuggestion({ suggestion, context: request.body, requestId: request.id }, request, reply.raw, services))
    return reply
  })
}

/** Token, origin, product and quota, then the pipeline; throws the refusal. */
export async function answerSuggestion(
  asked: Omit<SuggestionRequest, 'caller' | 'left'>,
  request: Headed,
  response: ServerResponse,
  services: Services,
): Promise<Answer> {
  const caller = await callerOf(request, services)
  requireProduct(caller, asked.suggestion.product)
  await takeFromQuota(caller, 'suggestion', services)
  return services.pipeline.answer({ ...asked, caller, left: leftSignal(response) })
}
