import { createServer, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { leftSignal } from './left.ts'

/** A request that is under way: the server's side of its answer, and a caller who can leave. */
async function underWay(work: (response: ServerResponse, leave: () => void, closed: Promise<void>) => Promise<void>): Promise<void> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const arrived = new Promise<ServerResponse>((resolve) => server.once('request', (_, response) => resolve(response)))
  const outgoing = request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' })
  outgoing.on('error', () => {}).on('response', (answer) => answer.resume())
  outgoing.end()
  const response = await arrived
  const closed = new Promise<void>((resolve) => response.once('close', resolve))
  try {
    await work(response, () => outgoing.destroy(), closed)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

test('a caller who leaves before the answer aborts the signal', () =>
  underWay(async (response, leave, closed) => {
    const signal = leftSignal(response)()
    expect(signal.aborted).toBe(false)
    leave()
    await closed
    expect(signal.aborted).toBe(true)
  }))

test('also when it is first asked for afterwards, and it is the same one for everybody', () =>
  underWay(async (response, leave, closed) => {
    const left = leftSignal(response)
    leave()
    await closed
    expect(left().aborted).toBe(true)
    expect(left()).toBe(left())
  }))

test('an answer that was written is not a caller who left', () =>
  underWay(async (response, _, closed) => {
    const left = leftSignal(response)
    const signal = left()
    response.end('whole')
    await closed
    expect([signal.aborted, leftSignal(response)().aborted]).toEqual([false, false])
  }))
