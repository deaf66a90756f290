import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { onEveryForm } from './testing/stage.ts'
import { findDifferences, noteBaseline, readHostStyles, readLook, readTraces } from './testing/traces.ts'
import { eventually } from './testing/visit.ts'
import { chefs, menu, review } from './testing/widgets.ts'

const frameless = 'body { margin: 0 } h1, form, table, ul { display: none }'

/** What hosts really do to the elements inside of widgets, and worse. */
const hostile = {
  'everything unset, important': '* { all: unset !important }',
  'a root font of 10 pixels': 'html { font-size: 10px }',
  'inherited properties': `body { font: italic 700 30px/3 inherit; text-indent: 40px; word-spacing: 1em; letter-spacing: 5px; text-align: center; white-space: pre;
    text-transform: uppercase; text-shadow: 1px 1px red; cursor: crosshair; visibility: visible; list-style: square inside; color: red; hyphens: auto; tab-size: 2;
    line-break: anywhere; quotes: none; overflow-wrap: normal; text-underline-offset: 4px; -webkit-text-stroke: 1px red; font-variant: small-caps; font-stretch: 50% }`,
  'a reset in an earlier layer': `@layer reset { *, ::before, ::after { margin: 0; padding: 0; border: 0 solid } button { background: red; border-radius: 0 } h3 { font-size: inherit } svg { display: block } ul { list-style: square } }`,
  'element rules': `div { line-height: 3; color: red } section, header, footer, fieldset, label { border: 9px solid red; padding: 20px; float: left } button { background: red; padding: 40px; text-transform: uppercase }
    svg { display: block; width: 100px; fill: red } span, h3, ul, li, legend { margin: 30px; color: red; opacity: 0.5 } input { width: 100%; appearance: none } * { box-sizing: border-box }`,
}

onEveryForm('a host would not notice that it has widgets', (stage) => {
  test('they work under the strictest content security policy and Trusted Types, without a nonce', async () => {
    const person = await stage.visit()
    await person.show({ widgets: [chefs(2), menu(2), review('Lovely')] })
    await person.cards('ready', 3)
    expect(await person.page.content()).not.toContain('nonce')
  })

  test("nothing of the host's is touched: globals, built-ins, elements, storage, history, focus, scroll", async () => {
    const tall = { css: '.card { height: 2000px }' }
    const person = await stage.visit(tall)
    await noteBaseline(person.page)
    await person.page.reload()
    await person.page.locator('#note').focus()
    await person.page.evaluate(() => document.getElementById('below')?.scrollIntoView())
    const before = await readTraces(person.page)
    expect(before.scroll[1]).toBeGreaterThan(1_000)
    await person.show({ widgets: [chefs(2), menu(2), review('Lovely')] })
    await person.cards('ready', 3)
    expect(await readTraces(person.page)).toEqual(before)
    // React's own mark on its document, which the host's React leaves without any widget.
    expect(before.globals.filter((name) => !name.startsWith('document._reactListening'))).toEqual(['window.host'])
  })

  test("no style of the host's elements changes", async () => {
    const bare = await stage.visit({ bare: true })
    const person = await stage.visit()
    await person.show({ widgets: [chefs(2), menu(2), review('Lovely')] })
    await person.cards('ready', 3)
    expect(await readHostStyles(person.page)).toEqual(await readHostStyles(bare.page))
  })

  describe('the look survives', () => {
    const lookUnder = async (css: string, direction: 'ltr' | 'rtl' = 'ltr') => {
      const person = await stage.visit({ css, direction })
      // Without consent everybody gets the control's answer, the same for all.
      await person.show({ widgets: [chefs(3)], theme: 'light', consent: 'none' })
      await person.cards('ready')
      await rested(person.page)
      return person.page
    }

    let plain: Awaited<ReturnType<typeof readLook>>
    test('of a page without styles of its own, as the measure', async () => {
      plain = await readLook(await lookUnder(frameless))
      expect(plain.length).toBeGreaterThan(60)
    })

    test.each(Object.entries(hostile))('%s', async (_, css) => {
      expect(findDifferences(plain, await readLook(await lookUnder(`${css}\n${frameless}`)))).toEqual([])
    })

    test('a page that is written from right to left, as a mirror image', async () => {
      const mirrored = await readLook(await lookUnder(frameless, 'rtl'))
      const width = plain[0]?.box[2] ?? 0
      const mirror = ([left = 0, top = 0, across = 0, down = 0]: number[]) => [
        Math.round((width - left - across) * 10) / 10,
        top,
        across,
        down,
      ]
      const expected = plain.map((part, index) => ({ ...part, box: mirror(part.box), style: mirrored[index]?.style ?? {} }))
      expect(findDifferences(expected, mirrored)).toEqual([])
    })
  })

  test('two versions live on one page, and each delivers what is done in it', async () => {
    const person = await stage.visit({ versions: ['host', 'second'] })
    const { page } = person
    const showBoth = async () => {
      await person.show({ widgets: [menu(7)] })
      await page.evaluate((shown) => (globalThis as unknown as { second: typeof host }).second.show(shown), { widgets: [menu(7)] })
      await person.cards('ready', 2)
    }
    await showBoth()
    // What is done must be in the tab's storage, not only on its way.
    stage.server.reins.feedback = 'unavailable'
    const add = page.getByRole('button', { name: /^Add: / })
    await page.locator('#host-root').locator(add).first().click()
    await page.locator('#second-root').locator(add).nth(1).click()
    await page.locator('.ink-done').nth(1).waitFor()
    await page.reload()
    stage.server.reins.feedback = 'works'
    await showBoth()
    person.problems.splice(0)
    const accepted = async () => (await stage.server.knows(person.person)).events.filter(({ type }) => type === 'accept')
    await eventually(async () => expect((await accepted()).map(({ itemIndex }) => itemIndex).sort()).toEqual([0, 1]))
  })
})

/** Resolves when nothing on the page moves any more. */
async function rested(page: Page): Promise<void> {
  const moving = () => document.getAnimations().filter(({ playState }) => playState === 'running').length
  await eventually(async () => expect(await page.evaluate(moving)).toBe(0))
}
