import { type Agent, request } from 'node:http'
import type { FuzzRequest } from './mutate-request.ts'

/** The status of the answer once it has been read to its end; `undefined` where the connection was closed instead. */
export function sendRequest(origin: string, { method, path, headers, body }: FuzzRequest, agent: Agent): Promise<number | undefined> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(origin)
    const length = body === undefined ? {} : { 'content-length': String(body.length) }
    const outgoing = request({ agent, hostname, port, method, path: printable(path), headers: { ...headers, ...length } }, (answer) => {
      answer.on('error', () => resolve(undefined))
      answer.on('end', () => resolve(answer.statusCode))
      answer.resume()
    })
    outgoing.on('error', () => resolve(undefined))
    outgoing.end(body)
  })
}

/** Node's client refuses what cannot stand in a request line; such bytes are written as percent signs do. */
function printable(path: string): string {
  const withSlash = path.startsWith('/') ? path : `/${path}`
  return withSlash.replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character.isWellFormed() ? character : '\ufffd'))
}
