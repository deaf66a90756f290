import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import { mintWidgetToken } from '@inkling/client'
import { CallerError, locales, products, tiers } from '@inkling/contracts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { pagePolicy } from '../security-headers.ts'
import type { Services } from '../services.ts'

const playground = fileURLToPath(new URL('../../../playground/dist', import.meta.url))

const tokenRequestSchema = z.strictObject({
  product: z.enum(products),
  userId: z.string().min(1).max(64),
  locale: z.enum(locales).default('en'),
  tier: z.enum(tiers).default('standard'),
})

/** The playground: built files, and in the embedded mode alone a token for whoever opens the page. */
export async function pagesDoor(server: FastifyInstance, services: Services): Promise<void> {
  server.post('/playground/token', async (request) => {
    if (!services.embedded)
      throw new CallerError('not-found', 'The playground mints tokens in the embedded mode only. Mint one with "inkling token".')
    const parsed = tokenRequestSchema.safeParse(request.body)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!
      throw new CallerError('invalid-input', `The field "${issue.path.join('.')}" is not valid: ${issue.message}.`, {
        field: issue.path.join('.'),
      })
    }
    const [secret] = services.secrets.tokens.of(parsed.data.product)
    if (!secret) throw new CallerError('forbidden', `There is no token secret for ${parsed.data.product}.`)
    return { token: await mintWidgetToken(secret, { ...parsed.data, debug: true }) }
  })
  if (!existsSync(playground)) return
  await server.register(fastifyStatic, {
    root: playground,
    // Names of built assets carry a hash of their content.
    setHeaders: (response, path) => {
      response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      if (path.endsWith('.html')) response.header('content-security-policy', pagePolicy)
    },
  })
}
