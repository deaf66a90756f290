import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { createIncidentWebhook } from './incident-webhook.ts'

const secret = `whsec_${Buffer.from('a key of this test, 24 b').toString('base64')}`
const now = () => Date.parse('2026-11-25T10:00:00.500Z')
const message = { id: 'threshold:global:day:2026-11-25:75', type: 'inkling.incident', data: { kind: 'budget-threshold', threshold: 75 } }

let server: Server | undefined
afterEach(() => void server?.close())

async function receiver(handle: (request: IncomingMessage, body: string, response: ServerResponse) => void): Promise<string> {
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    handle(request, body, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as { port: number }).port}/hook`
}

test('a message can be verified with the secret, and its id is the same at every try', async () => {
  const seen: string[] = []
  const url = await receiver(({ headers }, body, response) => {
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
    const expected = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
      .update(signed)
      .digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${expected}`)
    expect(headers['webhook-timestamp']).toBe('1795600800')
    expect(JSON.parse(body)).toEqual({ type: message.type, timestamp: '2026-11-25T10:00:00.500Z', data: message.data })
    seen.push(String(headers['webhook-id']))
    response.writeHead(204).end()
  })
  const webhook = createIncidentWebhook({ url, secret, now })
  expect([await webhook.deliver(message), await webhook.deliver(message)]).toEqual([true, true])
  expect(seen).toEqual([message.id, message.id])
})

test.each([
  ['refuses', 500],
  ['sends elsewhere', 302],
])('a receiver that %s has not confirmed', async (_, status) => {
  const url = await receiver((_request, _body, response) => response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end())
  expect(await createIncidentWebhook({ url, secret, now }).deliver(message)).toBe(false)
})

test('a receiver that is not there has not confirmed', async () => {
  expect(await createIncidentWebhook({ url: 'http://127.0.0.1:1/', secret, now }).deliver(message)).toBe(false)
})
