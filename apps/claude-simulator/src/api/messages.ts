import type { IncomingMessage, ServerResponse } from 'node:http'
import { cumulativePromptTokens } from '../accounting/tokens.ts'
import { composeAnswer, outputTokensOf } from '../answer/compose-answer.ts'
import { goneSignal, headerDelayMs, sendMessage, streamMessage } from '../answer/send-answer.ts'
import { pause } from '../answer/timing.ts'
import type { FaultRule } from '../faults/fault-rules.ts'
import { newMessageId } from '../ids.ts'
import { findModel } from '../models.ts'
import type { CheckedRequest } from '../protocol.ts'
import { checkRequest } from '../request/check-request.ts'
import { type Problem, RequestProblem } from './problem.ts'
import { readBody } from './read-body.ts'
import { recordRequest, type Simulation } from './simulation.ts'

export interface Exchange {
  simulation: Simulation
  request: IncomingMessage
  response: ServerResponse
  requestId: string
  /** Headers that every answer carries. */
  headers: Record<string, string>
}

async function readRequest({ simulation, request, requestId }: Exchange, path: string, counting: boolean) {
  const body = await readBody(request)
  recordRequest(simulation, { requestId, path, body, receivedAt: simulation.now() })
  return checkRequest(body, {
    findModel: (id) => findModel(id, simulation.now()),
    defaultInferenceGeo: simulation.defaultInferenceGeo,
    counting,
  })
}

/** `POST /v1/messages`, as JSON or as a stream of events. */
export async function handleMessages(exchange: Exchange): Promise<void> {
  const { simulation, response, requestId } = exchange
  const { request, model } = await readRequest(exchange, '/v1/messages', false)
  const prompt = promptTokens(request)
  const admission = simulation.limiter.admit(model.id, prompt)
  Object.assign(exchange.headers, simulation.limiter.headers(model.id))
  if (!admission.admitted) {
    throw new RequestProblem({
      status: 429,
      message: `This request would exceed the rate limit for your organization of ${admission.limit} (model: ${model.id}).`,
      headers: { 'retry-after': String(admission.retryAfterSeconds) },
    })
  }
  const rule = simulation.faults.next()
  if (rule?.kind === 'status' || (rule?.kind === 'error-event' && !request.stream)) {
    await pause(headerDelayMs(rule), goneSignal(response))
    throw new RequestProblem(statusProblem(rule))
  }
  const answer = composeAnswer(request, simulation.cache.account(request, model), simulation.now(), rule)
  simulation.limiter.book(model.id, outputTokensOf(answer))
  const delivery = {
    response,
    requestId,
    messageId: newMessageId(),
    headers: exchange.headers,
    model,
    answer,
    rule,
    timing: simulation.timing,
    firstTokenMs: simulation.timing.firstTokenMs(model) + simulation.timing.compileMs(request.schema),
    settle: (usage: Parameters<Simulation['bill']['add']>[2]) => simulation.bill.add(requestId, model.id, usage),
  }
  await (request.stream ? streamMessage(delivery) : sendMessage(delivery))
}

/** `POST /v1/messages/count_tokens` */
export async function handleCountTokens(exchange: Exchange): Promise<void> {
  const { request } = await readRequest(exchange, '/v1/messages/count_tokens', true)
  exchange.response.writeHead(200, { ...exchange.headers, 'content-type': 'application/json' })
  exchange.response.end(JSON.stringify({ input_tokens: promptTokens(request) }))
}

function promptTokens(request: CheckedRequest): number {
  return cumulativePromptTokens(request).at(-1) ?? 0
}

const messages: Record<number, string> = {
  400: 'messages: Input should be a valid list',
  401: 'invalid x-api-key',
  402: 'Your credit balance is too low to access the API.',
  403: 'Your API key does not have permission to use the specified resource.',
  404: 'The requested resource could not be found.',
  413: 'Request exceeds the maximum size of 32 MB',
  429: 'This request would exceed your rate limit.',
  500: 'Internal server error',
  504: 'The request timed out while processing.',
  529: 'Overloaded',
}

function statusProblem(rule: FaultRule): Problem {
  const status = rule.status ?? (rule.kind === 'error-event' ? 529 : 500)
  const headers = rule.retryAfter === undefined ? {} : { 'retry-after': String(rule.retryAfter) }
  if (status === 429 && rule.retryAfter === undefined) {
    return {
      status,
      message: 'You have reached your spend limit for this month.',
      details: { error_code: 'enforced_spend_limit_reached' },
    }
  }
  return { status, message: messages[status] ?? 'The request failed.', headers }
}
