import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type HostBehaviour =
  | { kind: 'payload'; payload: unknown; sse?: boolean }
  | { kind: 'status'; status: number }
  | { kind: 'garbage'; body: string }
  | { kind: 'silent' }

/** A GrowthBook host as its SDKs see it, on 127.0.0.1: `/api/features/<key>` and, where offered, `/sub/<key>`. */
export async function startGrowthBookHost(first: HostBehaviour, port = 0) {
  let behaviour = first
  let fetches = 0
  let streamsOpened = 0
  const streams = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    if (request.url === '/sub/sdk-test') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
      streams.add(response)
      streamsOpened += 1
      response.on('close', () => streams.delete(response))
      return
    }
    if (request.url !== '/api/features/sdk-test') {
      response.writeHead(404).end()
      return
    }
    fetches += 1
    if (behaviour.kind === 'silent') return
    if (behaviour.kind === 'status') response.writeHead(behaviour.status).end('{"error":"no"}')
    else if (behaviour.kind === 'garbage') response.writeHead(200, { 'content-type': 'application/json' }).end(behaviour.body)
    else {
      response.writeHead(200, { 'content-type': 'application/json', ...(behaviour.sse && { 'x-sse-support': 'enabled' }) })
      response.end(JSON.stringify(behaviour.payload))
    }
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  return {
    port: address.port,
    apiHost: `http://127.0.0.1:${address.port}`,
    fetches: () => fetches,
    streams: () => streams.size,
    streamsOpened: () => streamsOpened,
    behave(next: HostBehaviour) {
      behaviour = next
    },
    send(event: 'features' | 'features-updated', data = '') {
      for (const stream of streams) stream.write(`event: ${event}\ndata: ${data}\n\n`)
    },
    cutStreams() {
      for (const stream of streams) stream.destroy()
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
