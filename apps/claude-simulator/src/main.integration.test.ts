import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { readEnvironment } from './env.ts'

let child: ChildProcess | undefined
afterEach(() => child?.kill('SIGKILL'))

function run(environment: Record<string, string>): { child: ChildProcess; errors: () => string } {
  const path = new URL('./main.ts', import.meta.url)
  const started = fork(path, { env: environment, silent: true })
  child = started
  let errors = ''
  started.stderr?.on('data', (chunk) => {
    errors += String(chunk)
  })
  return { child: started, errors: () => errors }
}

it('tells its parent where it listens, prints one line, and stops on SIGTERM', async () => {
  const { child: started, errors } = run({ SIM_PORT: '0', SIM_LATENCY: 'none' })
  const [message] = (await once(started, 'message')) as [{ type: string; url: string }]
  expect(message.type).toBe('ready')
  expect((await fetch(`${message.url}/healthz`)).status).toBe(200)
  started.kill('SIGTERM')
  expect(await once(started, 'close')).toEqual([0, null])
  expect(errors()).toBe(`The Claude simulator listens on ${message.url}\n`)
})

it('ends when its parent disconnects', async () => {
  const { child: started } = run({ SIM_PORT: '0' })
  await once(started, 'message')
  started.disconnect()
  expect(await once(started, 'exit')).toEqual([0, null])
})

it('says in one sentence that the port is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const { child: started, errors } = run({ SIM_PORT: String(port) })
  expect(await once(started, 'close')).toEqual([1, null])
  expect(errors()).toBe(`The port ${port} is taken: stop the other program or set SIM_PORT to a free port.\n`)
  server.close()
})

it('reads its settings and refuses wrong ones', () => {
  expect(readEnvironment({})).toEqual({ port: 8788, host: '127.0.0.1', latency: 'realistic', requestsPerMinute: undefined })
  expect(readEnvironment({ SIM_PORT: '1', HOST: '::1', SIM_LATENCY: '10', SIM_REQUESTS_PER_MINUTE: '60' })).toEqual({
    port: 1,
    host: '::1',
    latency: 10,
    requestsPerMinute: 60,
  })
  expect(readEnvironment({ SIM_PORT: 'x' })).toEqual({ mistake: expect.stringMatching(/^SIM_PORT/) })
  expect(readEnvironment({ SIM_LATENCY: 'fast' })).toEqual({ mistake: expect.stringMatching(/^SIM_LATENCY/) })
  expect(readEnvironment({ SIM_REQUESTS_PER_MINUTE: '0' })).toEqual({ mistake: expect.stringMatching(/^SIM_REQUESTS/) })
})
