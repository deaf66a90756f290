import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface HostServer {
  origin: string
  /** Requests for a token. */
  tokens: number
  close(): Promise<void>
}

/** A site of another origin than Inkling's, below the strictest policy that lets its script tag load. `write` gives the body of a path. */
export async function startHostServer(inkling: string, write: (path: string) => { body: string; style?: string }): Promise<HostServer> {
  const policy = [
    "default-src 'none'",
    `script-src ${inkling}`,
    "style-src 'self'",
    `connect-src 'self' ${inkling}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  const server: HostServer = {
    origin: '',
    tokens: 0,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
  const http = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://host')
    const { body, style = '' } = write(url.searchParams.get('page') ?? url.pathname)
    if (url.pathname === '/favicon.ico') return void response.writeHead(204).end()
    if (url.pathname === '/token') {
      server.tokens++
      return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"token":"of-the-page"}')
    }
    if (url.pathname === '/style.css') return void response.writeHead(200, { 'content-type': 'text/css' }).end(style)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
    response.end(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host page</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/style.css?page=${url.pathname}"></head><body>${body}</body></html>`)
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  server.origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  return server
}
