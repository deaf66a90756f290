import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { PayloadSource } from './payload.ts'
import { openPayloadFile } from './payload-file.ts'
import { payloadOf } from './testing/payloads.ts'

let folder: string
let path: string
let source: PayloadSource | undefined
let problems: string[]

const text = (value: unknown) => JSON.stringify({ status: 200, ...payloadOf({ flag: { defaultValue: value } }) })
const value = () => source?.payload()?.features.flag?.defaultValue
const open = async (pollingInterval = 20) => {
  source = await openPayloadFile({ path, pollingInterval, onProblem: (problem) => problems.push(problem), now: () => 42 })
}
const waitFor = (assertion: () => void) => vi.waitFor(assertion, { timeout: 10_000, interval: 10 })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkling-payload-'))
  path = join(folder, 'flags.json')
  problems = []
})
afterEach(async () => {
  await source?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('openPayloadFile', () => {
  test('reads the file before it resolves', async () => {
    await writeFile(path, text(1))
    await open()
    expect(value()).toBe(1)
    expect(source?.status()).toEqual({ origin: 'file', lastSuccessAt: 42, stale: false, problem: undefined })
  })

  test('sees a change in place, and a replacement of the file', async () => {
    await writeFile(path, text(1))
    await open()
    await writeFile(path, text(2))
    await waitFor(() => expect(value()).toBe(2))
    await writeFile(`${path}.new`, text(3))
    await rename(`${path}.new`, path)
    await waitFor(() => expect(value()).toBe(3))
    expect(problems).toEqual([])
  })

  test('keeps the same payload object while nothing changes', async () => {
    await writeFile(path, text(1))
    await open()
    const before = source?.payload()
    await writeFile(join(folder, 'other.json'), text(2))
    await writeFile(path, text(1).replace('1', '2'))
    await waitFor(() => expect(value()).toBe(2))
    expect(before).not.toBe(source?.payload())
    expect(source?.payload()).toBe(source?.payload())
  })

  test('a broken file leaves the last good payload in use and is reported once, by name', async () => {
    await writeFile(path, text(1))
    await open()
    await writeFile(path, '{ "features": ')
    await waitFor(() => expect(problems).toHaveLength(1))
    expect(problems[0]).toContain(path)
    expect(problems[0]).toContain('not valid JSON')
    expect(value()).toBe(1)
    expect(source?.status()).toMatchObject({ origin: 'file', stale: true, problem: problems[0] })
    await writeFile(path, '{ "features": 5 }')
    await waitFor(() => expect(problems).toHaveLength(2))
    await writeFile(path, text(2))
    await waitFor(() => expect(value()).toBe(2))
    expect(problems).toHaveLength(2)
    expect(source?.status()).toMatchObject({ stale: false, problem: undefined })
  })

  test('while the file is missing everything is off, and on as soon as it appears', async () => {
    await open()
    expect(source?.payload()).toBeUndefined()
    expect(source?.status()).toMatchObject({ origin: 'none', stale: false, lastSuccessAt: undefined })
    await waitFor(() => expect(problems).toEqual([expect.stringContaining('does not exist')]))
    await writeFile(path, text(1))
    await waitFor(() => expect(value()).toBe(1))
    await rm(path)
    await waitFor(() => expect(source?.payload()).toBeUndefined())
  })

  test('a folder that appears later is noticed by looking', async () => {
    path = join(folder, 'later', 'flags.json')
    await open()
    await writeFile(join(folder, 'flags.json'), text(1))
    await rename(folder, `${folder}-moved`)
    await mkdir(join(folder, 'later'), { recursive: true })
    await writeFile(path, text(4))
    await waitFor(() => expect(value()).toBe(4))
    await rm(`${folder}-moved`, { recursive: true })
  })

  test('a folder that is moved away and back brings the same file back', async () => {
    await writeFile(path, text(1))
    await open()
    await rename(folder, `${folder}-moved`)
    await waitFor(() => expect(source?.payload()).toBeUndefined())
    await rename(`${folder}-moved`, folder)
    await waitFor(() => expect(value()).toBe(1))
  })

  test('a folder in the place of the file is a fault with a name', async () => {
    path = folder
    await open()
    await waitFor(() => expect(problems).toEqual([expect.stringMatching(/cannot be read \(EISDIR\)/)]))
  })

  test('nothing is reported or changed after closing', async () => {
    await writeFile(path, text(1))
    await open()
    await chmod(path, 0o600)
    await source?.close()
    await writeFile(path, text(2))
    await open(60_000)
    expect(value()).toBe(2)
    expect(problems).toEqual([])
  })
})
