import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { errorCodes } from '../../packages/contracts/src/error.ts'
import { reasons } from '../../packages/contracts/src/reason.ts'
import { root } from '../root.ts'
import { brokenLinks } from './check-links.ts'
import { findDocuments } from './documents.ts'
import { readFence, readHeadings, readSnippets } from './read-markdown.ts'
import { renderMarkdown, siteAddress } from './render-markdown.ts'
import { sitePages } from './site.ts'

test('no link in the README, the packages or the documentation leads nowhere', () => {
  const documents = findDocuments(root)
  expect(documents.length).toBeGreaterThan(30)
  expect(documents.flatMap((file) => brokenLinks(file, root))).toEqual([])
})

test('a link to a missing file or heading is named with its line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'inkling-links-'))
  try {
    const file = join(folder, 'page.md')
    writeFileSync(file, '# Title\n\n[here](#title) [there](other.md)\n\n[below](#missing)\n')
    expect(brokenLinks(file, folder)).toEqual([
      'page.md:3: other.md: there is no other.md',
      'page.md:5: #missing: page.md has no heading "missing"',
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('every page about embedding is in the navigation', () => {
  const files = readdirSync(join(root, 'docs', 'embedding')).map((name) => `embedding/${name}`)
  expect(
    sitePages
      .map(({ file }) => file)
      .filter((file) => file.startsWith('embedding/'))
      .sort(),
  ).toEqual(files.sort())
})

test('every page has one title, renders without inline styles or scripts, and names the language of its code', () => {
  for (const { file } of sitePages) {
    const markdown = readFileSync(join(root, 'docs', file), 'utf8')
    expect([file, readHeadings(markdown).filter(({ level }) => level === 1).length]).toEqual([file, 1])
    expect([file, renderMarkdown(markdown, file).match(/<[^>]*\s(style|on\w+)=|<script|<style/)]).toEqual([file, null])
    expect([file, readSnippets(markdown).filter(({ language }) => language === '')]).toEqual([file, []])
  }
})

test('headings get the ids that GitHub gives them', () => {
  const ids = readHeadings('# A `code` & more!\n\n## 한국어\n\n## Same\n\n## Same\n').map(({ id }) => id)
  expect(ids).toEqual(['a-code--more', '한국어', 'same', 'same-1'])
})

test('links between pages become addresses of the site', () => {
  expect(siteAddress('tokens.md#mint-a-token', 'embedding/events.md')).toBe('/docs/tokens#mint-a-token')
  expect(siteAddress('README.md', 'embedding/events.md')).toBe('/docs/')
  expect(siteAddress('../pictures/coocook.png', 'embedding/events.md')).toBe('/docs/pictures/coocook.png')
  expect(siteAddress('https://example.com/a', 'embedding/events.md')).toBe('https://example.com/a')
  expect(() => siteAddress('../../README.md', 'embedding/events.md')).toThrow('is no page of the site')
})

test('code is escaped, highlighted, and shown under the name of its file', () => {
  const html = renderMarkdown('```tsx src/App.tsx\nconst a = <b>{"&"}</b>\n```\n', 'embedding/events.md')
  expect(html).toContain('<figcaption>src/App.tsx</figcaption>')
  expect(html).toContain('<span class="hljs-keyword">const</span>')
  expect(html).not.toContain('<b>')
  expect(readFence('tsx src/App.tsx')).toEqual({ language: 'tsx', file: 'src/App.tsx' })
})

test('the guide to calling names every reason and every error code, and no other', () => {
  const guide = readFileSync(join(root, 'docs', 'CLAUDE_INTEGRATION_API.md'), 'utf8')
  const section = (title: string) => guide.split(`\n## ${title}\n`)[1]!.split('\n## ')[0]!
  const firstColumn = (title: string) => [...section(title).matchAll(/^\| (`[^|]+)\|/gm)].flatMap(([, cell]) => cell!.match(/[a-z-]+/g)!)
  expect(
    firstColumn('Reasons')
      .filter((word) => word !== 'reason')
      .sort(),
  ).toEqual([...reasons].sort())
  expect(
    firstColumn('Errors')
      .filter((word) => word !== 'code')
      .sort(),
  ).toEqual([...errorCodes].sort())
})
