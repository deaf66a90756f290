import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { sendWhole } from './send-whole.ts'

let close: (() => void) | undefined
afterEach(() => close?.())

/** The address of a server that answers this way. */
async function serve(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_request, response) => answer(response))
  close = () => server.close()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test.each(['plain words', 'naïve 김치', ''])('a body arrives as it is, with its length in bytes: "%s"', async (body) => {
  for (const headers of [{ 'x-form': 'object' }, ['x-form', 'list']]) {
    const response = await fetch(await serve((to) => sendWhole(to, 201, headers, body)))
    expect([response.status, response.headers.get('content-length')]).toEqual([201, String(Buffer.byteLength(body))])
    expect(response.headers.get('x-form')).toMatch(/object|list/)
    expect(await response.text()).toBe(body)
    close?.()
  }
})

test('answers of one turn are sent when it is over, each to its own reader', async () => {
  const responses: ServerResponse[] = []
  const url = await serve((response) => {
    if (responses.push(response) < 3) return
    for (const [index, each] of responses.entries()) sendWhole(each, 200, {}, `answer ${index}`)
    expect(responses.some(({ headersSent }) => headersSent)).toBe(false)
  })
  const bodies = await Promise.all([0, 1, 2].map(async () => (await fetch(url)).text()))
  expect(bodies.toSorted()).toEqual(['answer 0', 'answer 1', 'answer 2'])
})

test('one that cannot be sent breaks its own connection alone', async () => {
  const responses: ServerResponse[] = []
  const url = await serve((response) => {
    if (responses.push(response) < 2) return
    sendWhole(responses[0]!, 200, { 'x-broken': 'a\nb' }, 'never')
    sendWhole(responses[1]!, 200, {}, 'good')
  })
  const results = await Promise.allSettled([fetch(url), fetch(url)])
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})
