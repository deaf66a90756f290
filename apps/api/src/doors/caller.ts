import type { ProductCaller } from '@inkling/router'
import type { FastifyRequest } from 'fastify'
import type { Services } from '../services.ts'

/** Who sent the request, from its verified token: a pseudonym from here on. */
export async function callerOf(request: FastifyRequest, services: Pick<Services, 'tokens' | 'userKey'>): Promise<ProductCaller> {
  const { product, sub, tier, locale, debug, server } = await services.tokens.product(request.headers.authorization)
  const sees = debug || server ? 'everything' : 'answer'
  return { product, userKey: services.userKey(product, sub), tier, locale, sees, isServer: server === true }
}
