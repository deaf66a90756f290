import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { docsDoor } from './docs.ts'

test('pages have addresses without an ending and the strict policy; assets are kept for ever', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'inkling-docs-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), 'first page')
  writeFileSync(join(folder, 'tokens.html'), 'tokens')
  writeFileSync(join(folder, 'assets', 'page-1.js'), 'script')
  const server = Fastify()
  await docsDoor(server, folder)
  try {
    expect((await server.inject('/docs')).headers.location).toBe('/docs/')
    expect((await server.inject('/docs/')).body).toBe('first page')
    const page = await server.inject('/docs/tokens')
    expect(page.body).toBe('tokens')
    expect(page.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' })
    expect(page.headers['content-security-policy']).toContain("style-src 'self'")
    expect((await server.inject('/docs/assets/page-1.js')).headers['cache-control']).toContain('immutable')
    expect((await server.inject('/docs/nothing')).statusCode).toBe(404)
  } finally {
    await server.close()
    rmSync(folder, { recursive: true })
  }
})

test('a server without the pages says how to build them', async () => {
  const server = Fastify()
  await docsDoor(server, join(tmpdir(), 'no-such-folder'))
  try {
    for (const address of ['/docs', '/docs/', '/docs/tokens'])
      expect((await server.inject(address)).body).toContain('npm run build -- docs')
  } finally {
    await server.close()
  }
})
