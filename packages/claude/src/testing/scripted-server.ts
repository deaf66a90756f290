import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedRequest {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: Record<string, unknown>
}

export interface ScriptedServer {
  url: string
  requests: ReceivedRequest[]
  connections: number
  close(): Promise<void>
}

/** A server on a free local port that does with each request what the script says, down to the single write. */
export async function startScriptedServer(script: (response: ServerResponse, request: ReceivedRequest) => void): Promise<ScriptedServer> {
  const requests: ReceivedRequest[] = []
  let connections = 0
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      const body = text ? (JSON.parse(text) as Record<string, unknown>) : {}
      const request = { method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers, body }
      requests.push(request)
      script(response, request)
    })
  })
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    get connections() {
      return connections
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export function beginStream(response: ServerResponse, requestId = 'req_011scripted'): ServerResponse {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'request-id': requestId })
  response.flushHeaders()
  return response
}

/** One server-sent event as the Messages API writes it. */
export function serverSentEvent(data: { type: string } & Record<string, unknown>): string {
  return `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`
}
