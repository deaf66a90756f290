import type { IncomingMessage, ServerResponse } from 'node:http'
import { newRequestId } from '../ids.ts'
import { handleControl } from './control.ts'
import { describeModel, listModels } from './list-models.ts'
import { type Exchange, handleCountTokens, handleMessages } from './messages.ts'
import { type Problem, problemBody, RequestProblem } from './problem.ts'
import { sendJson } from './send-json.ts'
import type { Simulation } from './simulation.ts'

const versions = ['2023-01-01', '2023-06-01', '2026-10-21']

/** Answers one request. Every outcome is an answer; only a defect of the simulator itself becomes a 500. */
export async function route(simulation: Simulation, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const requestId = newRequestId()
  const headers: Record<string, string> = {
    'request-id': requestId,
    'anthropic-organization-id': '00000000-0000-4000-8000-000000000000',
    'x-inkling-simulated': 'true',
  }
  const exchange: Exchange = { simulation, request, response, requestId, headers }
  try {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname
    if (path === '/healthz' && request.method === 'GET') return sendJson(exchange, { status: 'ok' })
    if (path.startsWith('/_sim/')) return await handleControl(exchange, path)
    await routeApi(exchange, path)
  } catch (error) {
    const problem = error instanceof RequestProblem ? error.problem : { status: 500, message: 'Internal server error' }
    sendProblem(exchange, problem)
  }
}

async function routeApi(exchange: Exchange, path: string): Promise<void> {
  const { simulation, request } = exchange
  const handle = handlerFor(`${request.method} ${path}`, exchange, simulation.now())
  if (handle === undefined) throw new RequestProblem({ status: 404, message: `Not found: ${request.method} ${path}` })
  authenticate(request)
  await handle()
}

function handlerFor(operation: string, exchange: Exchange, now: number): (() => Promise<void> | void) | undefined {
  if (operation === 'POST /v1/messages') return () => handleMessages(exchange)
  if (operation === 'POST /v1/messages/count_tokens') return () => handleCountTokens(exchange)
  if (operation === 'GET /v1/models') return () => sendJson(exchange, listModels(now))
  const id = /^GET \/v1\/models\/([^/]+)$/.exec(operation)?.[1]
  return id === undefined ? undefined : () => sendJson(exchange, describeModel(decodeURIComponent(id), now))
}

function authenticate(request: IncomingMessage): void {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const key = request.headers['x-api-key']
  if (bearer === undefined && (typeof key !== 'string' || key.trim() === '')) {
    const message = request.headers.authorization === undefined ? 'x-api-key header is required' : 'Invalid bearer token'
    throw new RequestProblem({ status: 401, message })
  }
  const version = request.headers['anthropic-version']
  if (version === undefined) throw new RequestProblem({ status: 400, message: 'anthropic-version: header is required' })
  if (!versions.includes(String(version))) {
    throw new RequestProblem({ status: 400, message: `anthropic-version: "${String(version)}" is not a valid API version` })
  }
}

function sendProblem({ request, response, headers, requestId, simulation }: Exchange, problem: Problem): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const limits = request.url?.startsWith('/v1/') ? simulation.limiter.headers('claude-haiku-5-5') : {}
  response.writeHead(problem.status, { ...limits, ...headers, ...problem.headers, 'content-type': 'application/json' })
  response.end(problemBody(problem, requestId))
  // The rest of a body that is too large would otherwise keep the connection busy.
  if (problem.status === 413) request.resume()
}
