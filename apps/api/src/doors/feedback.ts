import { parseFeedbackRequest } from '@inkling/router'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'
import { callerOf, takeFromQuota } from './caller.ts'

/** `POST /api/v1/feedback`: each event is accepted or rejected on its own. */
export function feedbackDoor(server: FastifyInstance, services: Services): void {
  server.post('/api/v1/feedback', async (request) => {
    const caller = await callerOf(request, services)
    await takeFromQuota(caller, 'feedback', services)
    return services.feedback.record(caller, parseFeedbackRequest(request.body).events)
  })
}
