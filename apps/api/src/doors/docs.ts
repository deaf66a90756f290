import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import { CallerError } from '@inkling/contracts'
import type { FastifyInstance } from 'fastify'
import { pagePolicy } from '../security-headers.ts'

const builtFolder = fileURLToPath(new URL('../../../docs/dist', import.meta.url))

/** `/docs`: the documentation for product teams. `npm start` builds it; a server that was started otherwise says how. */
export async function docsDoor(server: FastifyInstance, folder = builtFolder): Promise<void> {
  if (!existsSync(folder)) return tellHowToBuild(server)
  server.get('/docs', async (_request, reply) => reply.redirect('/docs/', 308))
  await server.register(fastifyStatic, {
    root: folder,
    prefix: '/docs/',
    // `/docs/tokens` is the file `tokens.html`.
    extensions: ['html'],
    decorateReply: false,
    // Names of built assets carry a hash of their content.
    setHeaders: (response, path) => {
      response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      if (path.endsWith('.html')) response.header('content-security-policy', pagePolicy)
    },
  })
}

function tellHowToBuild(server: FastifyInstance): void {
  for (const address of ['/docs', '/docs/*']) {
    server.get(address, () => {
      throw new CallerError('not-found', 'The documentation is not built. Run "npm run build -- docs" and start the server again.')
    })
  }
}
