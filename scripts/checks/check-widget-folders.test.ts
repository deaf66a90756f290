import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { root } from '../root.ts'
import { checkWidgetFolders, findFolderProblems } from './check-widget-folders.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'widgets-'))
  cpSync(join(root, 'widgets', 'coocook'), folder, { recursive: true, filter: (path) => !path.includes('node_modules') })
})
afterEach(() => rmSync(folder, { recursive: true }))

const change = (file: string, from: string, to: string) =>
  writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8').replace(from, to))

describe('the folder of a product', () => {
  test('holds the same files for every product', async () => {
    expect(await checkWidgetFolders()).toMatchObject({ ok: true, output: '' })
    expect(findFolderProblems(folder, 'coocook')).toEqual([])
  })

  test.each<[string, () => void, string]>([
    ['a file less', () => rmSync(join(folder, 'src', 'strings.ts')), 'no src/strings.ts'],
    ['a component less', () => rmSync(join(folder, 'src', 'menu-suggestions.tsx')), '3 components src/*-suggestions.tsx expected, found 2'],
    ['a component more', () => writeFileSync(join(folder, 'src', 'wine-suggestions.tsx'), ''), 'found 4'],
    ['a hook under another name', () => change('src/hooks.ts', 'useMenuSuggestions', 'useMenu'), '3 hooks'],
    ['a hook that stays inside', () => change('src/index.ts', 'useMenuSuggestions', ''), 'does not export useMenuSuggestions'],
    ['a component that stays inside', () => change('src/index.ts', "from './menu-suggestions.tsx'", ''), "does not export from './menu"],
    ['a sheet without the kit', () => change('src/styles.css', '@import', '/* @import */'), 'does not import the kit'],
    ['a measure of the host', () => change('src/styles.css', 'width: 2px', 'width: 0.1rem'), 'uses rem'],
    ['a sheet that stays inside', () => change('package.json', './styles.css', './sheet.css'), 'does not export ./styles.css'],
    ['another name', () => change('package.json', 'widgets-coocook', 'coocook'), 'not @inkling/widgets-coocook'],
  ])('is refused with %s', (_, spoil, problem) => {
    spoil()
    expect(findFolderProblems(folder, 'coocook').join('\n')).toContain(problem)
  })
})
