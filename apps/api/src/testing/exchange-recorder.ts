import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request and its answer, byte for byte; the token is left out. */
export interface RecordedExchange {
  request: { method: string; path: string; headers: Record<string, string>; body: string }
  response: { status: number; type: string; body: string }
}

export interface Recorder {
  url: string
  /** The exchange that ended last. */
  last(): RecordedExchange
  /** From now on every request gets this answer; `undefined`: that of the server behind it. */
  answerWith(response: RecordedExchange['response'] | undefined): void
  close(): Promise<void>
}

// What a server acts on; the rest is the client's own.
const kept = ['content-type', 'trpc-accept', 'x-inkling-consent']

/** Stands between a client and a server and writes down what passes. */
export async function startRecorder(target: string): Promise<Recorder> {
  let last: RecordedExchange | undefined
  let given: RecordedExchange['response'] | undefined
  const server = createServer(async (incoming, outgoing) => {
    let body = ''
    for await (const chunk of incoming) body += chunk
    const { method = 'GET', url: path = '/' } = incoming
    const headers = Object.fromEntries(Object.entries(incoming.headers).filter(([name]) => kept.includes(name))) as Record<string, string>
    const forward = async () => {
      const answer = await fetch(`${target}${path}`, {
        method,
        headers: { ...headers, authorization: incoming.headers.authorization ?? '' },
        body,
      })
      return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: await answer.text() }
    }
    const response = given ?? (await forward())
    last = { request: { method, path, headers, body }, response }
    outgoing.writeHead(response.status, { 'content-type': response.type }).end(response.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    last() {
      if (!last) throw new Error('Nothing has passed yet.')
      return last
    },
    answerWith(response) {
      given = response
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
