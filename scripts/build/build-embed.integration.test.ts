import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildEmbed, type EmbedManifest } from './build-embed.ts'
import { integrityOf } from './embed-files.ts'

let folder = ''
let release = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'inkling-embed-'))
  release = await buildEmbed(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

const read = (path: string) => readFileSync(join(folder, path), 'utf8')
const manifest = () => JSON.parse(read('manifest.json')) as EmbedManifest

test('the manifest names every file of the release with its integrity and its size', () => {
  const { current, releases } = manifest()
  expect([current, releases.map((entry) => entry.release)]).toEqual([release, [release]])
  const files = releases[0]?.files ?? {}
  expect(Object.keys(files).sort()).toEqual(
    readdirSync(join(folder, release))
      .filter((name) => name.endsWith('.js'))
      .sort(),
  )
  for (const [name, { integrity, bytes }] of Object.entries(files)) {
    const content = read(`${release}/${name}`)
    expect([name, integrity, bytes]).toEqual([name, integrityOf(content), Buffer.byteLength(content)])
    expect(gunzipSync(readFileSync(join(folder, release, `${name}.gz`))).toString()).toBe(content)
    expect(brotliDecompressSync(readFileSync(join(folder, release, `${name}.br`))).toString()).toBe(content)
  }
})

test('the loader knows its release and the integrity of what it loads, and is no module', () => {
  const loader = read('inkling.js')
  expect(loader).toBe(read(`${release}/inkling.js`))
  expect(loader).toContain(release)
  for (const name of ['kit.js', 'coocook.js']) expect(loader).toContain(integrityOf(read(`${release}/${name}`)))
  expect(loader).not.toMatch(/\bimport\.meta\b|\bexport\b/)
})

test('a page without React loads none: only preact stands behind the components', () => {
  const kit = read(`${release}/kit.js`)
  expect(kit).not.toMatch(/react-dom|__SECRET_INTERNALS|scheduler/)
  expect(kit).not.toContain('process.env')
})

test('equal sources give equal bytes, and no second release', async () => {
  const before = read('manifest.json')
  expect(await buildEmbed(folder)).toBe(release)
  expect(read('manifest.json')).toBe(before)
})

test('earlier releases stay beside a new one, the oldest of eleven goes', async () => {
  const older = Array.from({ length: 10 }, (_, index) => `older-${index}`)
  const files = manifest().releases[0]?.files ?? {}
  rmSync(join(folder, release), { recursive: true })
  for (const name of older) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'kit.js'), `// ${name}`)
  }
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ current: 'older-0', releases: older.map((name) => ({ release: name, files })) }),
  )
  await buildEmbed(folder)
  expect(manifest().releases.map((entry) => entry.release)).toEqual([release, ...older.slice(0, 9)])
  expect(existsSync(join(folder, 'older-8', 'kit.js'))).toBe(true)
  expect(existsSync(join(folder, 'older-9'))).toBe(false)
})
