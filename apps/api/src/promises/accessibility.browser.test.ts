import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { onEveryForm, type Stage } from './testing/stage.ts'
import { eventually, type Visit } from './testing/visit.ts'
import { chefs, menu, newMenu, review } from './testing/widgets.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What a person does to see the widgets in each of their states. */
const states: Record<string, (stage: Stage, person: Visit) => Promise<void>> = {
  async loading({ server }, person) {
    server.reins.model = 'hold-before'
    await person.show({ widgets: [newMenu()] })
    await person.cards('loading')
  },
  async streaming({ server }, person) {
    server.reins.model = 'hold-after-first'
    await person.show({ widgets: [newMenu()] })
    await person.cards('streaming')
    await person.page.locator('.ink-item').first().waitFor()
  },
  async ready(_, person) {
    await person.show({ widgets: [chefs(2), menu(2), review('Lovely')] })
    await person.cards('ready', 3)
  },
  async 'accepted, dismissed, edited'(_, person) {
    for (const name of [/^(Add|추가): /, /^(Hide|숨기기): /, /^(Edit|수정): /])
      await person.page.getByRole('button', { name }).first().click()
    await person.page.locator('.ink-area').waitFor()
  },
  async template({ server }, person) {
    server.reins.model = 'fail'
    await person.show({ widgets: [newMenu()] })
    await person.page.locator('.ink-root[data-source=template]').waitFor()
  },
  async stale({ server }, person) {
    await person.show({ widgets: [newMenu()] })
    await person.page.locator('.ink-root[data-source=claude][data-status=ready]').waitFor()
    Object.assign(server.reins, { model: 'fail', aged: true })
    await person.page.getByRole('button', { name: /^(New suggestions|새로 추천받기)$/ }).click()
    await person.page.locator('.ink-root[data-source=stale]').waitFor()
  },
  async failed(_, person) {
    await person.context.setOffline(true)
    await person.show({ widgets: [newMenu()] })
    await person.cards('failed')
    await person.context.setOffline(false)
    person.problems.splice(0)
  },
  async off({ server }, person) {
    server.reins.disabled = true
    await person.show({ widgets: [newMenu()] })
    await person.page.locator('.own').waitFor()
  },
}

/** Ways in which people see a page. A zoom of 200 % halves the pixels of the viewport. */
const eyes: Record<string, { options: BrowserContextOptions; language?: string }> = {
  'light, English': { options: { colorScheme: 'light' } },
  'dark, Korean': { options: { colorScheme: 'dark' }, language: 'ko' },
  '320 pixels': { options: { viewport: { width: 320, height: 640 } } },
  '200 % zoom': { options: { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2, colorScheme: 'dark' } },
  'forced colours': { options: { forcedColors: 'active' } },
  'reduced motion': { options: { reducedMotion: 'reduce' } },
}

onEveryForm('axe finds nothing to mend', (stage) => {
  test.each(Object.entries(eyes))('%s, in every state', { timeout: 120_000 }, async (_, { options, language = 'en' }) => {
    const person = await stage.visit({ language }, options)
    // The page's policy lets no injected element run; a debugger's evaluation is not subject to it.
    await person.page.evaluate(await readFile(axe, 'utf8'))
    const found: Record<string, unknown> = {}
    for (const [state, reach] of Object.entries(states)) {
      await reach(stage, person)
      await rested(person.page)
      found[state] = await violations(person.page)
      expect(await person.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), state).toBeLessThanOrEqual(0)
      stage.server.reins.release()
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(states).map((state) => [state, []])))
  })
})

/** What axe objects to in the widgets; the frame around them is the host's affair. */
async function violations(page: Page): Promise<string[]> {
  const results = await page.evaluate(async () => {
    const engine = (globalThis as unknown as { axe: { run(context: string, options: RunOptions): Promise<AxeResults> } }).axe
    return engine.run('main', { resultTypes: ['violations'] })
  })
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
}

/** Contrast can be judged when nothing fades any more; skeletons shimmer for ever. */
async function rested(page: Page): Promise<void> {
  const finite = () => document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity).length
  await eventually(async () => expect(await page.evaluate(finite)).toBe(0))
}
