import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishedUnits } from './build-package.ts'
import { type PackedPackage, packPackages } from './pack-packages.ts'

const folder = mkdtempSync(join(tmpdir(), 'inkling-packed-'))
let packed: PackedPackage[]

beforeAll(async () => {
  packed = await packPackages(folder)
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true }))

const manifestOf = ({ folder }: PackedPackage) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const isWidget = (manifest: { peerDependencies?: Record<string, string> }) => manifest.peerDependencies?.react !== undefined

test('the client, the kit and the widgets of every product are published', () => {
  const names = packed.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['@inkling/client', '@inkling/widget-kit', '@inkling/widgets-coocook']))
  expect(names).toHaveLength(publishedUnits.length)
})

test('publint has nothing to say about any of them', async () => {
  for (const { name, tarball } of packed) {
    const { messages, pkg } = await publint({ pack: { tarball: toArrayBuffer(readFileSync(tarball)) }, strict: true })
    expect([name, messages.map((message) => formatMessage(message, pkg, { color: false }))]).toEqual([name, []])
  }
})

test('types are right wherever ES modules are: in Node and in bundlers', async () => {
  for (const { name, tarball } of packed) {
    const analysis = await checkPackage(createPackageFromTarballData(readFileSync(tarball)), { excludeEntrypoints: [/\.css$/] })
    if (!analysis.types) throw new Error(`${name} has no types.`)
    // Packages of ES modules alone: TypeScript's resolution of before `exports`, and `require`, are not served.
    const problems = analysis.problems.filter((problem) => !('resolutionKind' in problem) || !unserved.has(problem.resolutionKind))
    expect([name, problems]).toEqual([name, []])
    expect(Object.keys(analysis.entrypoints)).toContain('.')
  }
})

const unserved = new Set(['node10', 'node16-cjs'])

test('manifests name versions that npm can install, ES modules, and React 18.2 to 19', () => {
  for (const each of packed) {
    const manifest = manifestOf(each)
    expect(JSON.stringify(manifest)).not.toMatch(/workspace:|catalog:|@inkling\/source/)
    expect(manifest).toMatchObject({ type: 'module', license: 'MIT' })
    if (isWidget(manifest)) expect([each.name, manifest.peerDependencies.react]).toEqual([each.name, '^18.2.0 || ^19.0.0'])
  }
})

// The test runner sets NODE_ENV, as a developer's shell may.
test('components run on the React of a production build, whatever NODE_ENV was when they were packed', () => {
  for (const { name, folder } of packed)
    expect([name, readFileSync(join(folder, 'index.js'), 'utf8').match(/jsxDEV|jsx-dev-runtime/)]).toEqual([name, null])
})

test('what renders in the browser says so, and nothing else does', () => {
  for (const each of packed) {
    const marked = readFileSync(join(each.folder, 'index.js'), 'utf8').startsWith("'use client'\n")
    expect([each.name, marked]).toEqual([each.name, isWidget(manifestOf(each))])
  }
})

function toArrayBuffer(bytes: Buffer): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
}
