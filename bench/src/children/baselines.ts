import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { initTRPC } from '@trpc/server'
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify'
import Fastify from 'fastify'

// A process of its own: the two baselines on one core, as the server under test has one. 600 bytes, about what a short answer takes.
const answer = JSON.stringify({ text: 'x'.repeat(589) })

const bare = createServer((request, response) => {
  request.resume().once('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer)
  })
})
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))

// tRPC's own adapter on the server's framework, around a procedure that does nothing. The server's door calls suggestions without the adapter.
const trpc = initTRPC.create()
const router = trpc.router({ empty: trpc.procedure.query(() => null) })
const fastify = Fastify()
fastify.removeAllContentTypeParsers()
fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body))
fastify.all<{ Params: { '*': string } }>('/trpc/*', (request, reply) =>
  fastifyRequestHandler({ router, req: request, res: reply, path: request.params['*'], allowMethodOverride: true }),
)
const trpcUrl = await fastify.listen({ port: 0, host: '127.0.0.1' })

process.send?.({ bare: `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`, trpc: `${trpcUrl}/trpc/empty` })
