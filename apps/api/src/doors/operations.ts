import { isRead, type OperationName, operations } from '@inkling/contracts'
import { callOperation } from '@inkling/router'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'
import { operationPath } from './operation-path.ts'

/** `/api/v1/ops/...` and `/api/v1/privacy/...`: GET looks, POST acts; the body is the input. */
export function operationDoors(server: FastifyInstance, services: Services): void {
  for (const name of Object.keys(operations) as OperationName[]) {
    server.route<{ Querystring: Record<string, string> }>({
      method: isRead(name) ? 'GET' : 'POST',
      url: operationPath(name),
      handler: async (request) => {
        const { sub, role } = await services.tokens.operator(request.headers.authorization)
        const input = isRead(name) ? fromQuery(request.query) : request.body
        return callOperation(name, { name: sub, role }, input, services.operations)
      },
    })
  }
}

/** Numbers and truth values are written as in JSON; everything else is text. */
function fromQuery(query: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([name, text]) => [name, /^(true|false|-?\d+(\.\d+)?)$/.test(text) ? JSON.parse(text) : text]),
  )
}
