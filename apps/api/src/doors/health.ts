import { timingSafeEqual } from 'node:crypto'
import { CallerError } from '@inkling/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Services } from '../services.ts'

export function healthDoors(server: FastifyInstance, services: Services): void {
  server.get('/healthz', async () => ({ status: 'alive' }))
  server.get('/readyz', async (_request, reply) => {
    const report = await services.readiness.report()
    return reply.code(report.ready ? 200 : 503).send(report)
  })
  server.get('/metrics', async (request, reply) => {
    requireMetricsReader(request, services.metricsToken)
    const { contentType, body } = await services.metrics()
    return reply.type(contentType).send(body)
  })
}

const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'] as const

/**
 * What is spent is told to operators alone: with a token to whoever shows it, without one to whoever comes directly. What came through the
 * proxy that faces the open network carries its headers.
 */
function requireMetricsReader({ headers }: FastifyRequest, token: string | undefined): void {
  if (token === undefined) {
    if (proxyHeaders.every((name) => headers[name] === undefined)) return
    throw new CallerError('not-found', 'Metrics are read without a proxy between, or with the token of INKLING_METRICS_TOKEN.')
  }
  const [shown, expected] = [headers.authorization ?? '', `Bearer ${token}`].map((text) => Buffer.from(text))
  if (shown!.length === expected!.length && timingSafeEqual(shown!, expected!)) return
  const code = headers.authorization === undefined ? 'missing-token' : 'invalid-token'
  throw new CallerError(code, 'Metrics need the header "Authorization: Bearer <INKLING_METRICS_TOKEN>".')
}
