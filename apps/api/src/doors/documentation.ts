import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { openApiDocument } from '../documentation/openapi.ts'
import { documentationPage } from '../documentation/page.ts'
import { pagePolicy } from '../security-headers.ts'

const style = readFileSync(new URL('../documentation/style.css', import.meta.url), 'utf8')

/** `/api/openapi.json` for programs, `/api/docs` for people; both made once, at start. */
export function documentationDoor(server: FastifyInstance): void {
  const document = JSON.stringify(openApiDocument(), null, 1)
  const page = documentationPage()
  server.get('/api/openapi.json', async (_request, reply) => reply.type('application/json').send(document))
  server.get('/api/docs', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', pagePolicy).send(page),
  )
  server.get('/api/docs/style.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(style))
}
