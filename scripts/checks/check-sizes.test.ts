import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { embedSize, measureBudget } from './check-sizes.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inkling-sizes-'))
  writeFileSync(
    join(folder, 'widget.ts'),
    "import { useState } from 'react'\nexport const widget: () => unknown = () => useState('a widget')\n",
  )
  writeFileSync(join(folder, 'broken.ts'), "export { gone } from './gone.ts'\n")
  writeFileSync(join(folder, 'widget.css'), '.widget { color: red }\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

const budget = (entry: string, gzipBytes: number, kind: 'script' | 'style' | 'packages' = 'script') =>
  measureBudget({ name: 'widget', entry: join(folder, entry), kind, gzipBytes, reason: 'the host page waits for it' })

test('what fits the budget passes, without React, which the host brings', async () => {
  expect(await budget('widget.ts', 200)).toEqual({ ok: true, line: expect.stringMatching(/^widget: \d+ of 200 bytes$/) })
  expect(await budget('widget.css', 100, 'style')).toMatchObject({ ok: true })
})

test('what is larger than its budget fails and says why the budget stands', async () => {
  expect(await budget('widget.ts', 20)).toEqual({ ok: false, line: expect.stringContaining('the host page waits for it') })
})

test('what is missing, does not build, or builds nothing fails', async () => {
  expect(await budget('missing.ts', 200)).toEqual({ ok: false, line: expect.stringContaining('does not exist') })
  expect(await budget('broken.ts', 200)).toEqual({ ok: false, line: expect.stringContaining('does not build') })
  expect(await budget('widget.ts', 200, 'style')).toEqual({ ok: false, line: expect.stringContaining('nothing was built') })
})

test('packages together are one bundle, in which what they have in common counts once', async () => {
  const words = Array.from({ length: 200 }, (_, word) => `word${word}`).join(' ')
  writeFileSync(join(folder, 'kit.ts'), `export const kit: string = ${JSON.stringify(words)}\n`)
  for (const name of ['a', 'b']) {
    mkdirSync(join(folder, 'packages', name, 'src'), { recursive: true })
    const source = `import { kit } from '../../../kit.ts'\nexport const ${name}: () => string = () => kit + '${name}'\n`
    writeFileSync(join(folder, 'packages', name, 'src', 'index.ts'), source)
  }
  const sizeOf = async (entry: string, kind: 'script' | 'packages') =>
    Number(/(\d+) of/.exec((await budget(entry, 10_000, kind)).line)?.[1])
  const one = await sizeOf('packages/a/src/index.ts', 'script')
  expect(await sizeOf('packages', 'packages')).toBeGreaterThan(one)
  expect(await sizeOf('packages', 'packages')).toBeLessThan(one * 1.5)
})

test('of the script-tag form, what is shared counts once for all and fully for each', () => {
  const text = (words: number) => Array.from({ length: words }, (_, word) => `word${word}`).join(' ')
  const files = new Map([
    ['inkling.js', text(1)],
    ['kit.js', text(400)],
    ['a.js', text(20)],
    ['b.js', text(80)],
  ])
  const embed = { files, products: { a: ['kit.js', 'a.js'], b: ['kit.js', 'b.js'] } }
  const only = (name: string) => embedSize({ files, products: { x: [name] } }, 'embed-all')
  expect(embedSize(embed, 'embed-loader')).toBe(only('inkling.js'))
  expect(embedSize(embed, 'embed-product')).toBe(only('kit.js') + only('b.js'))
  expect(embedSize(embed, 'embed-all')).toBe(only('kit.js') + only('a.js') + only('b.js'))
})
