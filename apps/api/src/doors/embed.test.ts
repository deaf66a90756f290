import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../testing/run-server.ts'
import { embedDoor } from './embed.ts'

const folder = temporaryFolder()
let server: FastifyInstance

beforeEach(() => {
  mkdirSync(join(folder.path, 'abc'), { recursive: true })
  for (const name of ['inkling.js', 'abc/kit.js']) {
    writeFileSync(join(folder.path, name), `/* ${name} */`)
    writeFileSync(join(folder.path, `${name}.br`), brotliCompressSync(`/* ${name} */`))
  }
  writeFileSync(join(folder.path, 'manifest.json'), '{"current":"abc"}')
  server = Fastify()
  embedDoor(server, folder.path)
})
afterEach(async () => {
  await server.close()
  folder.remove()
})

test('a file of a release never changes, the loader and the manifest are asked for again', async () => {
  const [file, loader, manifest] = await Promise.all(
    ['abc/kit.js', 'inkling.js', 'manifest.json'].map((name) => server.inject(`/embed/v1/${name}`)),
  )
  expect(file?.body).toBe('/* abc/kit.js */')
  expect(file?.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': expect.stringMatching(/^text\/javascript/),
  })
  expect(loader?.headers['cache-control']).toMatch(/max-age=300\b/)
  expect(manifest?.headers).toMatchObject({
    'cache-control': loader?.headers['cache-control'],
    'content-type': expect.stringMatching(/json/),
  })
})

test.each(['inkling.js', 'abc/kit.js', 'gone.js'])('pages of any origin may load %s and read how it went', async (name) => {
  const { headers } = await server.inject(`/embed/v1/${name}`)
  expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' })
  expect(headers['access-control-allow-credentials']).toBeUndefined()
})

test('who has the content is told so, for each encoding on its own', async () => {
  const url = '/embed/v1/inkling.js'
  const plain = await server.inject({ url })
  const packed = await server.inject({ url, headers: { 'accept-encoding': 'gzip, br;q=0.9' } })
  expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(plain.body)
  expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
  expect(packed.headers.etag).not.toBe(plain.headers.etag)
  const again = await server.inject({ url, headers: { 'accept-encoding': 'br', 'if-none-match': `"other", W/${packed.headers.etag}` } })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  const changed = await server.inject({ url, headers: { 'if-none-match': packed.headers.etag } })
  expect(changed.statusCode).toBe(200)
})

test('equal sizes do not make equal tags', async () => {
  const before = (await server.inject('/embed/v1/inkling.js')).headers.etag
  writeFileSync(join(folder.path, 'inkling.js'), '/* inkling.JS */')
  const next = Fastify()
  embedDoor(next, folder.path)
  expect((await next.inject('/embed/v1/inkling.js')).headers.etag).not.toBe(before)
  await next.close()
})

test.each(['abc', '../package.json', 'abc/../../x', 'inkling.js.br', ''])('there is nothing at %j', async (name) => {
  expect((await server.inject(`/embed/v1/${name}`)).statusCode).toBeGreaterThanOrEqual(400)
})
