import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { suggestions } from './index.ts'
import { goldenRender } from './testing/golden-render.ts'

const folder = join(import.meta.dirname, 'fixtures', 'renders')
const now = new Date('2026-11-22T12:00:00Z')

test.each(suggestions.map((suggestion) => [suggestion.path, suggestion] as const))(
  '%s is asked exactly as its committed render says',
  async (path, suggestion) => {
    await expect(goldenRender(suggestion, now)).toMatchFileSnapshot(join(folder, `${path}.txt`))
  },
)

test('no render is left of a suggestion that is gone', () => {
  const committed = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'))
  const known = new Set(suggestions.map(({ path }) => join(`${path}.txt`)))
  expect(committed.filter((name) => !known.has(name))).toEqual([])
})
