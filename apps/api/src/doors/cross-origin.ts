import { CallerError, consentHeader, type Product, products, toCamelCase } from '@inkling/contracts'
import type { FastifyInstance } from 'fastify'
import type { AllowedOrigins } from '../env-values.ts'
import type { Headed } from './headed.ts'

const doors = ['/trpc/', '/api/v1/']
// A preflight is asked for each kind of request; two hours is what browsers keep at most.
const preflightSeconds = '7200'
const exposed = 'x-request-id, retry-after'

/**
 * Which pages may call the doors for widgets. Without a list, those of any origin: a request counts by its bearer token alone, and there are no
 * cookies, so what a foreign page could send, any program can. With a list, those of the product's origins and of our own. A preflight names no
 * product beyond its address; there a page passes that any product lists. Pages and health stay within their own origin.
 */
export function crossOriginDoor(server: FastifyInstance, allowed: AllowedOrigins | undefined): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (!doors.some((door) => request.url.startsWith(door))) return done()
    const headers = crossOriginHeaders(request, allowed)
    reply.headers(headers)
    if (request.method !== 'OPTIONS') return done()
    reply.code(204)
    if ('access-control-allow-origin' in headers)
      reply
        .header('access-control-allow-methods', 'POST')
        .header('access-control-allow-headers', `authorization, content-type, trpc-accept, ${consentHeader}`)
        .header('access-control-max-age', preflightSeconds)
    reply.send()
  })
}

const openToAll = { 'access-control-allow-origin': '*', 'access-control-expose-headers': exposed }

/** What lets a page read the answer. */
export function crossOriginHeaders(request: Headed, allowed: AllowedOrigins | undefined): Record<string, string> {
  if (!allowed) return openToAll
  const origin = originFor(request, allowed)
  // A cache between must not hand one origin's answer to another.
  return { vary: 'origin', ...(origin && { ...openToAll, 'access-control-allow-origin': origin }) }
}

/** Once the token says whose page this should be. Programs send no origin. */
export function requireOrigin(request: Headed, product: Product, allowed: AllowedOrigins | undefined): void {
  const { origin } = request.headers
  if (!allowed || origin === undefined || isOwn(request) || isListed(origin, allowed[product])) return
  throw new CallerError('forbidden', `Pages of this origin may not call ${product}. Add the origin to INKLING_ALLOWED_ORIGINS.`)
}

function originFor(request: Headed, allowed: AllowedOrigins): string | undefined {
  const { origin } = request.headers
  if (origin === undefined) return undefined
  const [, named] = /^\/api\/v1\/suggestions\/([^/?]+)/.exec(request.url ?? '') ?? []
  const concerned = products.filter((product) => named === undefined || toCamelCase(named) === product)
  return isOwn(request) || concerned.some((product) => isListed(origin, allowed[product])) ? origin : undefined
}

function isListed(origin: string, origins: readonly string[] | undefined): boolean {
  return origins?.some((each) => each === '*' || each === origin) ?? false
}

/** Browsers send the origin with every POST, also to the page's own server. */
function isOwn({ headers }: Headed): boolean {
  const { origin = '', host } = headers
  return URL.canParse(origin) && new URL(origin).host === host
}
