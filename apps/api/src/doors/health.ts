import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'

export function healthDoors(server: FastifyInstance, services: Services): void {
  server.get('/healthz', async () => ({ status: 'alive' }))
  server.get('/readyz', async (_request, reply) => {
    const report = await services.readiness.report()
    return reply.code(report.ready ? 200 : 503).send(report)
  })
  server.get('/metrics', async (_request, reply) => {
    const { contentType, body } = await services.metrics()
    return reply.type(contentType).send(body)
  })
}
