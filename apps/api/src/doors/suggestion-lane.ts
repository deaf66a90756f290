import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type Suggestion, suggestions } from '@inkling/prompts'
import { personalHeaders } from '../security-headers.ts'
import type { Services } from '../services.ts'
import { crossOriginHeaders } from './cross-origin.ts'
import { describeFailure } from './describe-failure.ts'
import { decodeUtf8, parseJson } from './json-body.ts'
import { sendWhole } from './send-whole.ts'
import { answerSuggestion } from './suggestions.ts'

const suggestionAt = new Map(suggestions.map((suggestion) => [`/api/v1/suggestions/${suggestion.path}`, suggestion]))
const fixedHeaders = Object.entries({ ...personalHeaders, 'content-type': 'application/json; charset=utf-8' }).flat()

/**
 * The suggestion door in front of the framework, whose way through routes, hooks and parsers costs more than a cached answer. It takes requests in
 * the form that programs send: the exact address, and JSON of a stated length within `bodyLimit` (bytes). All others it hands on untouched; the
 * framework's own route answers them alike, or refuses them.
 */
export function suggestionLane(services: Services, bodyLimit: number, framework: RequestListener): RequestListener {
  return (request, response) => {
    const suggestion = suggestionAt.get(request.url!)
    if (suggestion === undefined || !isOrdinary(request, bodyLimit)) return framework(request, response)
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.once('end', () => answer(suggestion, chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks), request, response, services))
  }
}

function isOrdinary({ method, headers }: IncomingMessage, bodyLimit: number): boolean {
  // More bytes than stated are another request, fewer never end: Node's parser sees to that.
  return method === 'POST' && headers['content-type'] === 'application/json' && Number(headers['content-length']) <= bodyLimit
}

async function answer(suggestion: Suggestion, body: Buffer, request: IncomingMessage, response: ServerResponse, services: Services) {
  const requestId = services.newRequestId()
  const headers = ['x-request-id', requestId, ...fixedHeaders]
  const add = (more: Record<string, string>) => {
    for (const name in more) headers.push(name, more[name]!)
  }
  add(crossOriginHeaders(request, services.allowedOrigins))
  try {
    const contextJson = decodeUtf8(body)
    const asked = { suggestion, context: parseJson(contextJson), contextJson, requestId }
    const value = await answerSuggestion(asked, request, response, services)
    send(response, 200, headers, value, services)
  } catch (error) {
    const failure = describeFailure(error, requestId, services)
    add(failure.headers)
    send(response, failure.status, headers, failure.body, services)
  }
}

function send(response: ServerResponse, status: number, headers: string[], value: unknown, services: Services): void {
  // Also who asked before: a connection that is kept would hold up the end.
  if (services.isStopping()) headers.push('connection', 'close')
  sendWhole(response, status, headers, JSON.stringify(value))
}
