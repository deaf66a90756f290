import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../root.ts'
import { addToList, skeletonOf } from './skeleton.ts'

interface Written {
  promptFlag: string
  path: string
  example: unknown
  input: { parse(value: unknown): unknown }
  item: { parse(value: unknown): unknown }
  template(input: unknown, locale: 'en' | 'ko', now: Date): unknown[]
}

test('a new suggestion works as it is written', async () => {
  const sources = join(root, 'packages', 'prompts')
  const folder = mkdtempSync(join(tmpdir(), 'inkling-skeleton-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'src', 'coocook'), { recursive: true })
  symlinkSync(join(sources, 'node_modules'), join(folder, 'node_modules'))
  for (const name of readdirSync(join(sources, 'src')).filter((file) => file.endsWith('.ts') && !file.includes('.test'))) {
    cpSync(join(sources, 'src', name), join(folder, 'src', name))
  }
  const file = join(folder, 'src', 'coocook', 'wine-list.ts')
  writeFileSync(file, skeletonOf('coocook', 'wineList'))
  const { wineList } = (await import(pathToFileURL(file).href)) as { wineList: Written }
  expect([wineList.path, wineList.promptFlag]).toEqual(['coocook/wine-list', 'coocook-wine-list-prompt'])
  const context = wineList.input.parse(wineList.example)
  for (const locale of ['en', 'ko'] as const) {
    const items = wineList.template(context, locale, new Date())
    expect(items).toHaveLength(3)
    for (const item of items) wineList.item.parse(item)
  }
})

test("the product's list keeps what it had and takes the new one, once", () => {
  const first = addToList(undefined, 'coocook', 'wineList')
  expect(first).toBe("import { wineList } from './wine-list.ts'\n\nexport const coocook = { wineList }\n")
  const second = addToList(first, 'coocook', 'chefRecommendation')
  expect(second).toContain('export const coocook = { chefRecommendation, wineList }')
  expect(addToList(second, 'coocook', 'wineList')).toBe(second)
})
