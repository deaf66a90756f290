import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { initTRPC } from '@trpc/server'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import Fastify from 'fastify'

// Runs as a process of its own and tells its parent where the two baselines listen.
const answer = JSON.stringify({ text: 'x'.repeat(588) })

const bare = createServer((request, response) => {
  request.resume().once('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(answer))
})
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))

const trpc = initTRPC.create()
const router = trpc.router({ empty: trpc.procedure.query(() => null) })
const fastify = Fastify()
await fastify.register(fastifyTRPCPlugin, { prefix: '/trpc', trpcOptions: { router, allowMethodOverride: true } })
const trpcUrl = await fastify.listen({ port: 0, host: '127.0.0.1' })

process.send?.({ bare: `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`, trpc: `${trpcUrl}/trpc/empty` })
process.once('disconnect', () => process.exit(0))
