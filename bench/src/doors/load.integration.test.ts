import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { load } from './load.ts'
import type { Target } from './targets.ts'

let server: Server | undefined
afterEach(() => server?.close())

async function targetAnswering(status: (body: string) => number, body: Target['body']): Promise<Target> {
  server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    response.writeHead(status(text)).end()
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return { key: 'x', name: 'a target', url, headers: {}, body, process: { read: () => Promise.reject(new Error('not measured')) } }
}

test('counts what was answered and orders the latencies', async () => {
  const result = await load(await targetAnswering(() => 200, 'x'), { requests: 500 })
  expect(result.requests).toBe(500)
  expect(result.p50).toBeGreaterThan(0)
  expect(result.p99).toBeGreaterThanOrEqual(result.p50)
})

test('sends a fresh body each time where the target makes them', async () => {
  const seen = new Set<string>()
  let made = 0
  const target = await targetAnswering(
    (body) => {
      seen.add(body)
      return 200
    },
    () => String(made++),
  )
  await load(target, { requests: 200 })
  expect(seen.size).toBe(200)
})

test('rejects when one request is refused, naming the target', async () => {
  let asked = 0
  const target = await targetAnswering(() => (++asked === 100 ? 503 : 200), 'x')
  await expect(load(target, { requests: 500 })).rejects.toThrow('a target: 1 requests failed')
})
