import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { buildEmbed } from './build-embed.ts'
import { buildPlayground } from './build-playground.ts'

const names = [
  'INKLING_SECRET',
  'INKLING_TOKEN_SECRETS',
  'ANTHROPIC_API_KEY',
  'DATABASE_URL',
  'REDIS_URL',
  'VITE_SECRET',
  'INKLING_WEBHOOK_SECRET',
]
const planted = Object.fromEntries(names.map((name) => [name, `canary-${randomUUID()}`]))
let folder = ''

// Whoever builds has the deployment's secrets in the environment, and bundlers can put the environment into what they write.
beforeAll(async () => {
  for (const [name, value] of Object.entries(planted)) vi.stubEnv(name, value)
  folder = mkdtempSync(join(tmpdir(), 'inkling-planted-'))
  await buildEmbed(join(folder, 'embed'))
  // As from a terminal; the test runner's own value would ask for a page for developers.
  vi.stubEnv('NODE_ENV', 'production')
  await buildPlayground(join(folder, 'playground'))
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

function textOf(path: string): string {
  const bytes = readFileSync(path)
  if (path.endsWith('.br')) return brotliDecompressSync(bytes).toString()
  return path.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString('latin1')
}

test('nothing that a browser loads holds a secret of whoever built it, the name of one, or a path of their machine', () => {
  const files = (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
  expect(files.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(10)
  for (const path of files) {
    const text = textOf(path)
    const found = [...names, ...Object.values(planted), process.cwd()].filter((each) => text.includes(each))
    expect([path, found]).toEqual([path, []])
  }
})
