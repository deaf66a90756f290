import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { browserMissing } from '@inkling/widget-kit/testing'
import type { AxeResults } from 'axe-core'
import { expect, test } from 'vitest'
import { preparePlaygroundPage } from './testing/prepare-playground-page.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const states = preparePlaygroundPage('states')

/** What each card says of itself: status, source of its answer, and the words by which people tell. */
const expected: Record<string, [status: string | null, source: string | null, words: string]> = {
  loading: ['loading', null, 'Writing suggestions'],
  streaming: ['streaming', null, 'The evening'],
  ready: ['ready', 'claude', 'AI suggestion'],
  cache: ['ready', 'cache', 'simulated'],
  filled: ['ready', 'claude', 'Template'],
  template: ['ready', 'template', 'Template'],
  refused: ['ready', 'template', 'Template'],
  stale: ['ready', 'stale', 'earlier'],
  off: [null, null, 'The page’s own content'],
  offline: ['failed', null, 'Try again'],
  failed: ['failed', null, 'The page’s own content'],
  busy: ['failed', null, 'Try again'],
  long: ['ready', 'claude', '다시 예약할까요?'],
}

test.skipIf(browserMissing())('every state of a card is on the page, and looks like itself', async () => {
  const { page, problems } = states
  const shown = await page.locator('[data-state]').evaluateAll((places) =>
    places.map((place) => {
      const card = [...place.querySelectorAll<HTMLElement>('.ink-root')].find((root) => root.checkVisibility({ visibilityProperty: true }))
      const words = [...place.querySelectorAll<HTMLElement>('.ink-place')].map(({ innerText }) => innerText).join()
      return [place.getAttribute('data-state') ?? '', card?.dataset.status ?? null, card?.dataset.source ?? null, words] as const
    }),
  )
  expect(shown.map(([name]) => name)).toEqual(Object.keys(expected))
  for (const [name, status, source, words] of shown) {
    const [wantedStatus, wantedSource, wantedWords] = expected[name] ?? []
    expect([name, status, source]).toEqual([name, wantedStatus, wantedSource])
    expect(words.toLowerCase(), name).toContain(wantedWords?.toLowerCase())
  }
  expect(problems).toEqual([])
})

test.skipIf(browserMissing())('what is pressed there changes its own card and asks for nothing', async () => {
  const { page } = states
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const ready = page.locator('[data-state=ready]')
  await ready.locator('[data-action=accept]').first().click()
  await ready.locator('.ink-done').waitFor()
  await ready.locator('[data-action=undo]').click()
  await ready.locator('.ink-done').waitFor({ state: 'detached' })
  expect(await page.locator('.ink-done').count()).toBe(0)
  expect(asked).toEqual([])
})

test.skipIf(browserMissing()).each([
  ['light', 'en', 1280],
  ['dark', 'en', 1280],
  ['light', 'ko', 320],
  ['dark', 'ko', 320],
] as const)('axe finds nothing to mend: %s, %s, %i pixels', async (theme, language, width) => {
  const { page } = states
  await page.setViewportSize({ width, height: 900 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(new URL(`?theme=${theme}&lang=${language}`, page.url()).href)
  await page.locator('[data-state=long] .ink-item').first().waitFor()
  await page.evaluate(await readFile(axe, 'utf8'))
  const { violations } = await page.evaluate(() => {
    return (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run()
  })
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme)
})
