import { consentHeader } from '@inkling/contracts'
import type { FastifyInstance } from 'fastify'

const doors = ['/trpc/', '/api/v1/']
// A preflight is asked for each kind of request; two hours is what browsers keep at most.
const preflightSeconds = '7200'

/**
 * Lets the pages of any origin call the doors for widgets. A request counts by its bearer token alone, and there are no cookies: what a foreign
 * page could send, any program can. Pages and health stay within their own origin.
 */
export function crossOriginDoor(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    if (!doors.some((door) => request.url.startsWith(door))) return
    reply.header('access-control-allow-origin', '*').header('access-control-expose-headers', 'x-request-id, retry-after')
    if (request.method !== 'OPTIONS') return
    reply
      .code(204)
      .header('access-control-allow-methods', 'POST')
      .header('access-control-allow-headers', `authorization, content-type, trpc-accept, ${consentHeader}`)
      .header('access-control-max-age', preflightSeconds)
      .send()
    return reply
  })
}
