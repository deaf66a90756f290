import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { measureBudget } from './check-sizes.ts'

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

const budget = (entry: string, gzipBytes: number, kind: 'script' | 'style' = 'script') =>
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
