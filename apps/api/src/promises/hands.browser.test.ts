import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventTypes, onEveryForm } from './testing/stage.ts'
import { eventually, type Visit } from './testing/visit.ts'
import { menu, newMenu, review } from './testing/widgets.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'

onEveryForm('what a person does stays in their hands', (stage) => {
  const stateOf = ({ page }: Visit) => page.evaluate(() => JSON.stringify(host.state))

  test('a host may cancel an accept: nothing is marked, changed or reported', async () => {
    const person = await stage.visit()
    const { page } = person
    await person.show({ widgets: [menu(2)] })
    await person.cards('ready')
    const before = await stateOf(person)
    for (const answer of ['cancel', 'throw'] as const) {
      await page.evaluate((onAccept) => Object.assign(host, { onAccept }), answer)
      await page
        .getByRole('button', { name: /^Add: / })
        .first()
        .click()
    }
    await page.getByRole('alert').waitFor()
    expect(await page.locator('.ink-done').count()).toBe(0)
    expect(await stateOf(person)).toBe(before)
    await page.getByRole('button', { name: 'Report', exact: true }).click()
    await eventually(async () => expect(await eventTypes(stage, person)).toContain('report'))
    expect(await eventTypes(stage, person)).not.toContain('accept')
  })

  test('whatever is accepted in whatever order, edited or not: undone, the host is as it was to the byte', async () => {
    const person = await stage.visit()
    const { page } = person
    await person.show({ widgets: [menu(2)] })
    await person.cards('ready')
    // A long answer has a fold, which the card knows a frame after it has its items; a short one has none.
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))))
    const more = page.getByRole('button', { name: /^Show all/ })
    if (await more.isVisible()) await more.click()
    const before = await stateOf(person)
    await page
      .getByRole('button', { name: /^Edit: / })
      .first()
      .click()
    await page.locator('.ink-area').fill('With basil from the garden.')
    await page.locator('.ink-area').press('Control+Enter')
    const items = page.locator('.ink-item')
    const count = await items.count()
    const orders = fc.sample(fc.tuple(shuffled(count), shuffled(count)), { numRuns: 4, seed: 20261125 })
    for (const [accepts, undos] of orders) {
      for (const index of accepts) {
        await items
          .nth(index)
          .getByRole('button', { name: /^Add: / })
          .click()
        await items.nth(index).locator('.ink-done').waitFor()
      }
      expect(await stateOf(person)).toContain('With basil from the garden.')
      for (const index of undos) {
        await items
          .nth(index)
          .getByRole('button', { name: /^Undo: / })
          .click()
        await items
          .nth(index)
          .getByRole('button', { name: /^Add: / })
          .waitFor()
      }
      expect(await stateOf(person)).toBe(before)
    }
  })

  test('an answer is announced once, and the focus stays with the person, who writes on meanwhile', async () => {
    const { page, show, cards } = await stage.visit()
    const { reins } = stage.server
    await page.locator('#note').focus()
    reins.model = 'hold-after-first'
    await show({ widgets: [newMenu()] })
    const status = page.locator('.ink-root [role=status]')
    await status.evaluate((element) => {
      const told: string[] = []
      Object.assign(globalThis, { told, moved: 0 })
      new MutationObserver(() => told.push(element.textContent ?? '')).observe(element, {
        subtree: true,
        childList: true,
        characterData: true,
      })
      document.addEventListener('focusin', () => {
        Object.assign(globalThis, { moved: 1 })
      })
    })
    expect(await status.textContent()).toBe('Writing suggestions')
    await page.locator('.ink-item').first().waitFor()
    await page.keyboard.type(' And')
    reins.release()
    await cards('ready')
    await page.keyboard.type(' flowers')
    const told = await page.evaluate(() => (globalThis as unknown as { told: string[] }).told)
    expect(told).toEqual([expect.stringMatching(/^Suggestions are ready: [5-7]$/)])
    expect(await page.locator('.ink-root [aria-live], .ink-root [role=alert], .ink-root [role=log]').count()).toBe(0)
    expect(await page.evaluate(() => (globalThis as unknown as { moved: number }).moved)).toBe(0)
    expect(await page.locator('#note').inputValue()).toContain(' And flowers')
  })

  test('26 letters and a Korean syllable, composed key by key, fire no shortcut of the host', async () => {
    const { page, context, show, cards } = await stage.visit()
    await show({ widgets: [review('Lovely')] })
    await cards('ready')
    await page
      .getByRole('button', { name: /^Edit: / })
      .first()
      .click()
    const area = page.locator('.ink-area')
    await area.fill('')
    await page.keyboard.type(letters)
    // What an input method sends: the key it took, the syllable as it grows, and its end, for which people press Enter.
    const debuggerSession = await context.newCDPSession(page)
    for (const [key, text] of [
      ['ㄱ', 'ㄱ'],
      ['ㅏ', '가'],
      ['ㄴ', '간'],
    ] as const) {
      await debuggerSession.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Process',
        code: `Key${key}`,
        windowsVirtualKeyCode: 229,
      })
      await debuggerSession.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 })
      await debuggerSession.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: `Key${key}` })
    }
    await debuggerSession.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
      modifiers: 2,
    })
    await debuggerSession.send('Input.insertText', { text: '간' })
    expect(await area.inputValue()).toBe(`${letters}간`)
    expect(await page.evaluate(() => host.keys)).toEqual([])
    await area.press('Escape')
    await area.waitFor({ state: 'detached' })
    await page.locator('#note').press('k')
    expect(await page.evaluate(() => host.keys)).toContain('keydown k')
  })

  test('a copy carries its label along', async () => {
    const { page, show, cards } = await stage.visit({}, { permissions: ['clipboard-read', 'clipboard-write'] })
    await show({ widgets: [menu(2)] })
    await cards('ready')
    await page
      .getByRole('button', { name: /^Copy: / })
      .first()
      .click()
    await page.getByRole('button', { name: /^Copied: / }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\n— AI suggestion$/)
  })
})

/** The numbers below `count` in any order. */
function shuffled(count: number) {
  const numbers = Array.from({ length: count }, (_, index) => index)
  return fc.shuffledSubarray(numbers, { minLength: count })
}
