import type { Exchange } from './messages.ts'

export function sendJson({ response, headers }: Exchange, body: unknown): void {
  response.writeHead(200, { ...headers, 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
