import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { filePayloadStore } from './file-payload-store.ts'
import { growthBookFeatureFlags } from './growthbook-feature-flags.ts'
import type { Payload, PayloadSource, PayloadStore } from './payload.ts'
import { openPayloadHost, type PayloadHostOptions } from './payload-host.ts'
import { type HostBehaviour, startGrowthBookHost } from './testing/growthbook-host.ts'
import { coocookRules, payloadOf, user } from './testing/payloads.ts'

let host: Awaited<ReturnType<typeof startGrowthBookHost>>
let source: PayloadSource
let problems: string[]
const closers: (() => Promise<unknown>)[] = []

const flag = (value: unknown): Payload => payloadOf({ flag: { defaultValue: value } })
const value = () => source.payload()?.features.flag?.defaultValue
const waitFor = (assertion: () => void) => vi.waitFor(assertion, { timeout: 15_000, interval: 10 })
async function start(behaviour: HostBehaviour): Promise<void> {
  host = await startGrowthBookHost(behaviour)
  closers.push(host.close)
}
async function open(options: Partial<PayloadHostOptions> = {}): Promise<void> {
  source = await openPayloadHost({
    apiHost: `${host.apiHost}/`,
    clientKey: 'sdk-test',
    pollingInterval: 20,
    requestTimeout: 300,
    onProblem: (problem) => problems.push(problem),
    ...options,
  })
  closers.push(() => source.close())
}

beforeEach(() => {
  problems = []
})
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

describe('a host that can be polled', () => {
  test('its payload is in use before opening resolves, and changes are seen', async () => {
    await start({ kind: 'payload', payload: { status: 200, ...flag(1) } })
    await open({ now: () => 7 })
    expect(value()).toBe(1)
    expect(source.status()).toEqual({ origin: 'host', lastSuccessAt: 7, stale: false, problem: undefined })
    const before = source.payload()
    const fetches = host.fetches()
    await waitFor(() => expect(host.fetches()).toBeGreaterThan(fetches + 2))
    expect(source.payload()).toBe(before)
    host.behave({ kind: 'payload', payload: flag(2) })
    await waitFor(() => expect(value()).toBe(2))
    expect(problems).toEqual([])
  })

  test('a flag whose environment is switched off is gone and answers disabled', async () => {
    await start({ kind: 'payload', payload: coocookRules({ force: true, coverage: 1, hashVersion: 2, seed: 's' }) })
    await open()
    const flags = growthBookFeatureFlags({ source })
    expect(flags.forUser(user()).admission('coocook')).toBe('admitted')
    host.behave({ kind: 'payload', payload: payloadOf({ 'ai-suggestions': { defaultValue: true } }) })
    await waitFor(() => expect(flags.forUser(user()).admission('coocook')).toBe('disabled'))
  })

  test.each<[string, HostBehaviour, string]>([
    ['answers 500', { kind: 'status', status: 500 }, 'answered with status 500'],
    ['answers something that is not JSON', { kind: 'garbage', body: '<html>' }, 'not valid JSON'],
    ['answers JSON that is no payload', { kind: 'garbage', body: '{"features":[]}' }, 'not a GrowthBook payload'],
    ['does not answer', { kind: 'silent' }, 'did not answer within 300 ms'],
  ])('when it %s the last payload stays, one problem is reported, and it recovers', async (_, fault, problem) => {
    await start({ kind: 'payload', payload: flag(1) })
    await open()
    host.behave(fault)
    await waitFor(() => expect(source.status().stale).toBe(true))
    const fetches = host.fetches()
    await waitFor(() => expect(host.fetches()).toBeGreaterThan(fetches))
    expect(value()).toBe(1)
    expect(problems).toEqual([expect.stringContaining(problem)])
    expect(problems[0]).toContain(`127.0.0.1:${host.port}`)
    expect(problems[0]).not.toContain('sdk-test')
    host.behave({ kind: 'payload', payload: flag(2) })
    await waitFor(() => expect(value()).toBe(2))
    expect(source.status()).toMatchObject({ origin: 'host', stale: false, problem: undefined })
  })

  test('a host that is down at the start means everything off until it is there', async () => {
    await start({ kind: 'silent' })
    const { port } = host
    await host.close()
    closers.length = 0
    await open()
    expect(source.payload()).toBeUndefined()
    expect(source.status()).toMatchObject({ origin: 'none', stale: false })
    expect(problems).toEqual([expect.stringContaining('ECONNREFUSED')])
    host = await startGrowthBookHost({ kind: 'payload', payload: flag(1) }, port)
    closers.unshift(host.close)
    await waitFor(() => expect(value()).toBe(1))
  })

  test('nothing happens after closing', async () => {
    await start({ kind: 'silent' })
    await open()
    await source.close()
    const count = problems.length
    host.behave({ kind: 'payload', payload: flag(1) })
    await source.close()
    expect(value()).toBeUndefined()
    expect(problems).toHaveLength(count)
  })
})

describe('a host that streams', () => {
  test('changes arrive over the stream, which replaces polling', async () => {
    await start({ kind: 'payload', payload: flag(1), sse: true })
    await open({ pollingInterval: 2000 })
    await waitFor(() => expect(host.streams()).toBe(1))
    await waitFor(() => expect(host.fetches()).toBe(2))
    host.send('features', JSON.stringify(flag(2)))
    await waitFor(() => expect(value()).toBe(2))
    host.behave({ kind: 'payload', payload: flag(3), sse: true })
    host.send('features-updated')
    await waitFor(() => expect(value()).toBe(3))
  })

  test('a garbled message changes nothing', async () => {
    await start({ kind: 'payload', payload: flag(1), sse: true })
    await open({ pollingInterval: 2000 })
    await waitFor(() => expect(host.streams()).toBe(1))
    host.send('features', '{"features":')
    await waitFor(() => expect(problems).toEqual([expect.stringContaining('not valid JSON')]))
    expect(value()).toBe(1)
  })

  test('after the stream breaks a new one is opened', async () => {
    await start({ kind: 'payload', payload: flag(1), sse: true })
    await open()
    for (const opened of [1, 2, 3]) {
      await waitFor(() => expect([host.streamsOpened(), host.streams()]).toEqual([opened, 1]))
      host.cutStreams()
    }
  })

  test('after the stream breaks for good polling takes over at its own pace', async () => {
    await start({ kind: 'payload', payload: flag(1), sse: true })
    // While a stream is open the next look is 15 seconds away, more than this test waits.
    await open({ pollingInterval: 1000 })
    await waitFor(() => expect(host.fetches()).toBe(2))
    host.behave({ kind: 'payload', payload: flag(2), sse: false })
    host.cutStreams()
    await vi.waitFor(() => expect(value()).toBe(2), { timeout: 5000, interval: 10 })
  })
})

describe('the store', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inkling-store-'))
    closers.push(() => rm(folder, { recursive: true, force: true }))
  })

  test('the last known payload bridges a restart during an outage', async () => {
    const store = filePayloadStore(join(folder, 'sub', 'payload.json'))
    await start({ kind: 'payload', payload: flag(1) })
    await open({ store })
    await source.close()
    expect(await readdir(join(folder, 'sub'))).toEqual(['payload.json'])
    host.behave({ kind: 'status', status: 503 })
    await open({ store })
    expect(value()).toBe(1)
    expect(source.status()).toMatchObject({ origin: 'stored', stale: true, lastSuccessAt: undefined })
    host.behave({ kind: 'payload', payload: flag(1) })
    await waitFor(() => expect(source.status()).toMatchObject({ origin: 'host', stale: false }))
  })

  test('a store without a payload, or with a broken one, means everything off', async () => {
    const path = join(folder, 'payload.json')
    await start({ kind: 'status', status: 500 })
    await open({ store: filePayloadStore(path) })
    expect(source.payload()).toBeUndefined()
    await writeFile(path, 'garbage')
    await open({ store: filePayloadStore(path) })
    expect(source.payload()).toBeUndefined()
    expect(problems).toContainEqual(expect.stringContaining(path))
    await open({ store: filePayloadStore(folder) })
    expect(source.payload()).toBeUndefined()
  })

  test('a store that fails or hands out nonsense is reported and does not disturb the flags', async () => {
    const store: PayloadStore = {
      load: async () => ({ features: 5 }) as unknown as Payload,
      save: async () => {
        throw new Error('the disk is full')
      },
    }
    await start({ kind: 'status', status: 500 })
    await open({ store })
    expect(problems).toContainEqual(expect.stringContaining('The stored flag payload cannot be used'))
    host.behave({ kind: 'payload', payload: flag(1) })
    await waitFor(() => expect(problems).toContainEqual(expect.stringContaining('the disk is full')))
    expect(value()).toBe(1)
  })

  test('a slow store holds neither the start nor the flags, and gets the newest payload last', async () => {
    const saved: unknown[] = []
    const { promise: never } = Promise.withResolvers<Payload | undefined>()
    const { promise: gate, resolve: release } = Promise.withResolvers<void>()
    const store: PayloadStore = {
      load: () => never,
      async save(payload) {
        await gate
        saved.push(payload.features.flag?.defaultValue)
      },
    }
    await start({ kind: 'payload', payload: flag(1) })
    await open({ store })
    for (const next of [2, 3, 4]) {
      host.behave({ kind: 'payload', payload: flag(next) })
      await waitFor(() => expect(value()).toBe(next))
    }
    release()
    await source.close()
    expect(saved).toEqual([1, 4])
  })

  test('a file that cannot be replaced leaves no draft behind', async () => {
    await expect(filePayloadStore(folder).save(flag(1))).rejects.toThrow()
    expect(await readdir(folder)).toEqual([])
  })
})
