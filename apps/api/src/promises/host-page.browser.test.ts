import { expect, test } from 'vitest'
import { onEveryForm } from './testing/stage.ts'
import { noteBaseline, readHostStyles, readTraces } from './testing/traces.ts'
import { eventually } from './testing/visit.ts'
import { chefs, menu, review } from './testing/widgets.ts'

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

  test('two versions live on one page, and each delivers what is done in it', async () => {
    const person = await stage.visit({ versions: ['host', 'second'] })
    const { page } = person
    await person.show({ widgets: [menu(7)] })
    await page.evaluate((shown) => (globalThis as unknown as { second: typeof host }).second.show(shown), { widgets: [menu(7)] })
    await person.cards('ready', 2)
    const add = page.getByRole('button', { name: /^Add: / })
    await page.locator('#host-root').locator(add).first().click()
    await page.locator('#second-root').locator(add).nth(1).click()
    await page.locator('.ink-done').nth(1).waitFor()
    const accepted = () =>
      stage.server.composition.database.kysely
        .selectFrom('events')
        .select(['suggestion_id', 'item_index'])
        .where('type', '=', 'accept')
        .execute()
    await page.reload()
    await eventually(async () => expect((await accepted()).map(({ item_index }) => item_index).sort()).toEqual([0, 1]))
  })
})
