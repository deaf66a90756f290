import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'

interface WholeAnswer {
  response: ServerResponse
  status: number
  headers: OutgoingHttpHeaders | string[]
  body: string
  length: number
}

let waiting: WholeAnswer[] = []

/**
 * Sends head and body in one write, once the event loop has read what lies at its sockets, together with all other answers of that turn. A write wakes
 * whoever reads at the other end, which costs as much as a quarter of a cached answer: this wakes a busy reader once for many. `headers`: as
 * `writeHead` takes them; the length is added.
 */
export function sendWhole(response: ServerResponse, status: number, headers: OutgoingHttpHeaders | string[], body: string): void {
  const length = Buffer.byteLength(body)
  if (Array.isArray(headers)) headers.push('content-length', String(length))
  else headers['content-length'] = length
  if (waiting.length === 0) setImmediate(sendWaiting)
  waiting.push({ response, status, headers, body, length })
}

function sendWaiting(): void {
  const answers = waiting
  waiting = []
  for (const { response, status, headers, body, length } of answers) {
    try {
      // As many bytes as characters: they can be copied as they are.
      response.writeHead(status, headers).end(body, length === body.length ? 'latin1' : 'utf8')
    } catch {
      // One that cannot be sent must not keep the others from their readers.
      response.destroy()
    }
  }
}
