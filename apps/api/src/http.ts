import { createServer, type ServerOptions } from 'node:http'
import { CallerError, type ErrorCode } from '@inkling/contracts'
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import { answerBrokenRequest } from './doors/broken-request.ts'
import { crossOriginDoor } from './doors/cross-origin.ts'
import { describeFailure } from './doors/describe-failure.ts'
import { docsDoor } from './doors/docs.ts'
import { documentationDoor } from './doors/documentation.ts'
import { embedDoor } from './doors/embed.ts'
import { feedbackDoor } from './doors/feedback.ts'
import { healthDoors } from './doors/health.ts'
import { decodeJson } from './doors/json-body.ts'
import { operationDoors } from './doors/operations.ts'
import { pagesDoor } from './doors/pages.ts'
import { suggestionLane } from './doors/suggestion-lane.ts'
import { suggestionDoor } from './doors/suggestions.ts'
import { trpcDoor } from './doors/trpc.ts'
import { personalHeaders, securityHeaders } from './security-headers.ts'
import type { Services } from './services.ts'

// Twenty candidates and the longest texts take about 60 kB; four times that is no honest context any more.
const bodyLimitBytes = 256 * 1024
// A caller that dribbles its request must not hold a socket for long. Answers may take longer than this.
const defaultLimits: RequestLimits = { headersMilliseconds: 10_000, requestMilliseconds: 15_000, checkMilliseconds: 1_000 }
// Balancers keep an idle connection for a minute; whoever closes it second never sends a request into a connection that is gone.
const keepAliveMilliseconds = 72_000

export interface RequestLimits {
  headersMilliseconds: number
  /** Headers and body. */
  requestMilliseconds: number
  /** How often connections are looked at. */
  checkMilliseconds: number
}

/** The one origin: doors for programs, pages for people. */
export async function createHttpServer(services: Services, limits = defaultLimits): Promise<FastifyInstance> {
  const server = Fastify({
    logger: false,
    bodyLimit: bodyLimitBytes,
    serverFactory: (framework) => createServer(timeoutsOf(limits), suggestionLane(services, bodyLimitBytes, framework)),
    clientErrorHandler: (error, socket) => answerBrokenRequest(error, socket, services.newRequestId()),
    genReqId: () => services.newRequestId(),
    requestIdHeader: false,
    routerOptions: { caseSensitive: true, ignoreTrailingSlash: false },
    forceCloseConnections: 'idle',
    // Who still has a connection is answered on it, and told that it was the last time.
    return503OnClosing: false,
  })
  // Hooks that every request passes call back: a promise for each would cost more than what they do.
  server.addHook('onRequest', (request, reply, done) => {
    if (services.isStopping()) reply.header('connection', 'close')
    reply.header('x-request-id', request.id).headers(isPersonal(request.url) ? personalHeaders : securityHeaders)
    done()
  })
  crossOriginDoor(server, services.allowedOrigins)
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, decodeJson(body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const { status, headers, body } = describeFailure(callerErrorOf(error), request.id, services)
    return reply.code(status).headers(headers).send(body)
  })
  server.setNotFoundHandler((request) => {
    throw new CallerError('not-found', `There is nothing at ${request.method} ${request.url.split('?')[0]}. /api/docs lists the addresses.`)
  })
  suggestionDoor(server, services)
  feedbackDoor(server, services)
  operationDoors(server, services)
  healthDoors(server, services)
  documentationDoor(server)
  embedDoor(server)
  await server.register(async (scope) => trpcDoor(scope, services))
  await server.register(async (scope) => docsDoor(scope))
  await server.register(async (scope) => pagesDoor(scope, services))
  return server
}

function timeoutsOf({ headersMilliseconds, requestMilliseconds, checkMilliseconds }: RequestLimits): ServerOptions {
  return {
    headersTimeout: headersMilliseconds,
    requestTimeout: requestMilliseconds,
    connectionsCheckingInterval: checkMilliseconds,
    keepAliveTimeout: keepAliveMilliseconds,
  }
}

function isPersonal(url: string): boolean {
  return url.startsWith('/api/v1/') || url.startsWith('/trpc/') || url.startsWith('/playground/token')
}

const codeOfFastify: Record<string, [ErrorCode, string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [
    'payload-too-large',
    `The body is larger than ${bodyLimitBytes / 1024} kB. Send fewer candidates or shorter texts.`,
  ],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-media-type', 'The body must be JSON: send the header "content-type: application/json".'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['invalid-json', 'The body is empty. Send one JSON document.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['invalid-json', 'The body is shorter or longer than the header "content-length" says.'],
  FST_ERR_BAD_URL: ['not-found', 'The address cannot be decoded.'],
}

/** Fastify's own refusals in our terms. */
function callerErrorOf(error: FastifyError): unknown {
  const known = codeOfFastify[error.code]
  if (known) return new CallerError(...known)
  const isRefusal = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
  // The framework's own words may quote what was sent.
  return isRefusal && !(error instanceof CallerError)
    ? new CallerError('invalid-input', 'The request could not be read. Check its headers and its body.')
    : error
}
