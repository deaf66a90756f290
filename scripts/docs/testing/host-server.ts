import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { mintWidgetToken } from '../../../packages/client/src/index.ts'

export interface HostServer {
  url: string
  close(): Promise<void>
}

interface HostOptions {
  /** The product's token secret, as its backend has it. */
  secret: string
  /** `Content-Security-Policy: ...`, as a page of the documentation writes it. */
  header: string
  /** The content behind a path; undefined where there is none. */
  read: (path: string) => string | Buffer | undefined
}

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }

/** A product's own server: its pages under its own policy, and tokens for whoever is signed in. */
export async function startHost({ secret, header, read }: HostOptions): Promise<HostServer> {
  const [name = '', policy = ''] = header.trim().split(/: (.*)/s)
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname
    if (path === '/inkling-token') return response.end(await mintWidgetToken(secret, { product: 'coocook', userId: 'user-1' }))
    const content = read(path)
    if (content === undefined) return response.writeHead(path === '/favicon.ico' ? 204 : 404).end()
    return response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/html; charset=utf-8', [name]: policy }).end(content)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
