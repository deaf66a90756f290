import type { IncomingMessage } from 'node:http'
import type { Json } from '../protocol.ts'
import { invalid, RequestProblem } from './problem.ts'

/** 32 MB, the API's own limit. */
const mostBytes = 32 * 1024 * 1024

export async function readBody(request: IncomingMessage): Promise<Json> {
  const tooLarge = new RequestProblem({
    status: 413,
    message: 'Request exceeds the maximum size of 32 MB',
    headers: { connection: 'close' },
  })
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLarge
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBytes) throw tooLarge
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Json
  } catch {
    throw invalid('body', 'The request body is not valid JSON')
  }
}
