import { describe, expect, test } from 'vitest'
import { waitFor } from './testing/browser-page.ts'
import { browserMissing } from './testing/index.ts'
import { prepareCardPage } from './testing/prepare-card-page.ts'

describe.skipIf(browserMissing())('a card in a real browser, under the strictest content security policy', () => {
  const card = prepareCardPage()

  test('a hundred renders in StrictMode with fresh objects, in two cards, are one request', async () => {
    await card.open('quick&twice')
    await card.page.evaluate(() => {
      for (let index = 0; index < 100; index++) cardHost.render()
    })
    expect(await card.page.getByText('A good risotto').count()).toBe(2)
    expect(card.server.asked).toHaveLength(1)
    expect(card.server.asked[0]?.context).toEqual({ guests: 4, tags: ['a', 'b'] })
    expect(card.server.trpcRequests).toEqual(['POST /trpc/suggestStream.demo.quick?batch=1'])
  })

  test('a slider that passes through many values asks for the one on which it rests', async () => {
    await card.open('quick')
    await card.page.evaluate(() => {
      for (let guests = 5; guests <= 12; guests++) {
        cardHost.guests = guests
        cardHost.render()
      }
    })
    await waitFor(() => expect(card.server.asked).toHaveLength(2))
    await card.page.waitForSelector('[data-status=ready]')
    expect(card.server.asked.map(({ context }) => context)).toEqual([
      { guests: 4, tags: ['a', 'b'] },
      { guests: 12, tags: ['a', 'b'] },
    ])
  })

  test('an answer keeps to what it was asked for while the host passes something newer', async () => {
    await card.open('quick')
    const shown = () =>
      card.page.evaluate(() => {
        cardHost.guests = 9
        cardHost.render()
        return [document.querySelector('.ink-place')?.className, document.querySelectorAll('.ink-item').length]
      })
    expect(await shown()).toEqual(['ink-place for-4', 4])
    await card.page.waitForSelector('.for-9 [data-status=ready]')
    expect(card.server.asked).toHaveLength(2)
  })

  test('items show as they arrive; the status speaks twice, and the focus stays where it was', async () => {
    await card.page.addInitScript(() => {
      globalThis.statusTexts = []
      new MutationObserver(() => {
        const text = document.querySelector('[role=status]')?.textContent
        if (text && text !== statusTexts.at(-1)) statusTexts.push(text)
      }).observe(document, { subtree: true, childList: true, characterData: true })
    })
    await card.open('held', '')
    await card.page.waitForSelector('[aria-busy=true] .ink-bones[data-busy=true]')
    await card.button('New suggestions').focus()
    for (let step = 1; step <= 5; step++) {
      await waitFor(() => expect(card.opened).toHaveLength(step))
      card.opened[step - 1]?.()
      await waitFor(async () => expect(await card.page.locator('.ink-item').count()).toBe(Math.min(step, 4)))
    }
    await card.page.waitForSelector('[aria-busy=false]')
    expect(await card.page.evaluate(() => statusTexts)).toEqual(['Writing suggestions', 'Suggestions are ready: 4'])
    expect(await card.focusedName()).toBe('New suggestions')
  })

  test('a host may cancel an accept, fail, or apply it for good', async () => {
    await card.open('quick')
    await card.page.evaluate(() => {
      cardHost.onAccept = 'cancel'
    })
    await card.button('Use: Soup').click()
    await card.page.evaluate(() => {
      cardHost.onAccept = 'throw'
    })
    await card.button('Use: Salad').click()
    await card.page.getByText('That could not be applied').waitFor()
    expect(await card.page.locator('.ink-done').count()).toBe(0)
    await card.page.evaluate(() => {
      cardHost.onAccept = 'apply-for-good'
    })
    await card.button('Use: Salad').click()
    await card.page.waitForSelector('.ink-done')
    expect(await card.button('Undo: Salad').count()).toBe(0)
    expect(await card.page.getByText('That could not be applied').count()).toBe(0)
    await waitFor(() => expect(card.feedback().filter((type) => type.startsWith('accept'))).toEqual(['accept 1']))
  })

  test('the card shows what was pressed before the host draws itself anew', async () => {
    await card.open('quick')
    await card.page.evaluate(() => {
      cardHost.onAccept = 'redraw'
    })
    await card.page.locator('[data-action=accept]').first().click()
    await card.page.locator('#basket', { hasText: '1' }).waitFor()
    expect(await card.readHost('saidFirst')).toBe(true)
  })

  test('a host that knows better says which items are in use', async () => {
    await card.open('quick')
    const say = (dishes: string[] | undefined) =>
      card.page.evaluate((inUse) => {
        cardHost.inUse = inUse
        cardHost.render()
      }, dishes)
    await card.button('Use: Soup').click()
    await card.button('Undo: Soup').waitFor()
    // Only one may be chosen: the host has put the salad in its place.
    await say(['Salad'])
    await card.button('Use: Soup').waitFor()
    expect(await card.page.locator('.ink-item[data-accepted=true]').innerText()).toContain('Salad')
    expect(await card.button('Undo: Salad').count()).toBe(0)
    await say([])
    await card.button('Use: Salad').waitFor()
    expect(await card.page.locator('.ink-done').count()).toBe(0)
  })

  test('an overview stands from the first frame and shows what the list shows', async () => {
    await card.open('held&overview', '')
    await card.page.waitForSelector('.ink-root[data-layout=plates] #overview:empty', { state: 'attached' })
    await waitFor(() => expect(card.opened).toHaveLength(1))
    card.opened[0]?.()
    await card.page.locator('#overview', { hasText: 'A good soup' }).waitFor()
    await card.open('quick&overview')
    await card.button('Hide: Soup').click()
    await card.button('Edit: Salad').click()
    await card.page.getByRole('textbox').fill('With nuts')
    await card.button('Save').click()
    await card.page.locator('#overview', { hasText: /^With nuts, A good risotto, A good cake$/ }).waitFor()
  })

  test('everything can be done with the keyboard, and the focus follows', async () => {
    await card.open('quick')
    await card.page.locator('body').press('Tab')
    expect(await card.focusedName()).toBe('New suggestions')
    await card.page.keyboard.press('Tab')
    expect(await card.focusedName()).toBe('Use: Soup')
    await card.page.keyboard.press('Enter')
    await waitFor(async () => expect(await card.focusedName()).toBe('Undo: Soup'))
    await card.page.keyboard.press('Enter')
    await waitFor(async () => expect(await card.focusedName()).toBe('Use: Soup'))
    await card.page.keyboard.press('Tab')
    await card.page.keyboard.press('Enter')
    expect(await card.focusedName()).toBe('Edit: Soup')
    expect(await card.page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await card.page.keyboard.press('Control+A')
    await card.page.keyboard.type('Cold')
    await card.page.keyboard.press('Control+Enter')
    await waitFor(async () => expect(await card.page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON'))
    expect(await card.readHost('edited')).toEqual([{ dish: 'Soup', note: 'Cold' }])
    for (let index = 0; index < 2; index++) await card.page.keyboard.press('Tab')
    expect(await card.focusedName()).toBe('Hide: Soup')
    await card.page.keyboard.press('Space')
    await waitFor(async () => expect(await card.focusedName()).toBe('Undo: Soup'))
    await card.page.getByRole('radio').first().focus()
    await card.page.keyboard.press('ArrowRight')
    await card.page.keyboard.press('ArrowRight')
    await waitFor(() => expect(card.feedback().filter((type) => type.startsWith('rate'))).toEqual(['rate 3']))
  })

  test('keys typed into the editor do not reach the host, and a composition is not disturbed', async () => {
    await card.open('quick')
    await card.button('Edit: Soup').click()
    await card.page.keyboard.type('k')
    const area = card.page.getByRole('textbox')
    await area.evaluate((element) => {
      const composing = { key: 'Enter', ctrlKey: true, bubbles: true, isComposing: true }
      element.dispatchEvent(new KeyboardEvent('keydown', composing))
      element.dispatchEvent(new KeyboardEvent('keydown', { ...composing, isComposing: false, keyCode: 229 } as KeyboardEventInit))
      element.dispatchEvent(new KeyboardEvent('keydown', { ...composing, key: 'Escape' }))
    })
    expect(await area.count()).toBe(1)
    await card.page.keyboard.press('Escape')
    await area.waitFor({ state: 'detached' })
    expect(await card.readHost('keys')).toEqual([])
    expect(await card.readHost('edited')).toEqual([])
  })

  test('what does not fit waits behind a button, and opens by itself for the keyboard', async () => {
    await card.open('quick')
    const height = () => card.page.locator('.ink-root').evaluate((card) => card.clientHeight)
    const before = await height()
    await card.button('Show all 4').click()
    expect(await height()).toBeGreaterThan(before)
    expect(await card.button('Show all 4').count()).toBe(0)
    await card.page.reload()
    await card.button('Show all 4').waitFor()
    expect(await height()).toBe(before)
    await card.button('Use: Cake').focus()
    await waitFor(async () => expect(await height()).toBeGreaterThan(before))
  })

  test.each([
    ['quick', 'AI suggestion', '— AI suggestion'],
    ['template', 'Template', '— Template'],
    ['stale', 'AI suggestion · Earlier answer', '— AI suggestion'],
    ['filled', 'AI suggestion · Simulated', '— Template'],
  ])('an answer says where it comes from, also in a copy: %s', async (suggestion, labels, lastLine) => {
    await card.open(suggestion)
    expect(await card.page.locator('.ink-origin').textContent()).toBe(labels)
    expect(await card.page.locator('.ink-item .ink-label').count()).toBe(suggestion === 'filled' ? 1 : 0)
    await card.page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await card.button('Copy: Soup').click()
    await card.page.waitForSelector('[aria-label="Copied: Soup"]')
    await card.page.evaluate(() => document.body.append(document.createElement('textarea')))
    await card.page.locator('body > textarea').focus()
    await card.page.keyboard.press('Control+V')
    expect(await card.page.locator('body > textarea').inputValue()).toBe(`Soup: A good soup\n${lastLine}`)
  })

  test('off, and not enabled, show the host its own content', async () => {
    await card.open('off', '')
    await card.page.waitForSelector('#fallback')
    expect(await card.page.locator('.ink-root:visible').count()).toBe(0)
    await card.open('quick&disabled', '')
    await card.page.waitForSelector('#fallback')
    expect(card.server.asked).toHaveLength(1)
  })

  test('a failure is a friendly line with a way on', async () => {
    card.failures = 1
    await card.open('flaky', 'failed')
    expect(await card.page.getByRole('status').textContent()).toBe('The connection was lost.')
    expect(await card.page.locator('.ink-root #fallback').isVisible()).toBe(true)
    await card.button('Try again').click()
    await card.page.waitForSelector('[data-status=ready]')
    expect(await card.page.locator('.ink-item').count()).toBe(4)
    expect(await card.page.locator('#fallback').count()).toBe(0)
  })

  test('refresh starts over, marks included, and the debug panel shows the meta', async () => {
    await card.open('quick&debug')
    await card.button('Hide: Soup').click()
    await card.page.getByTitle('4 of 5').click()
    await card.button('New suggestions').click()
    await card.button('Use: Soup').waitFor()
    expect(await card.page.locator('.ink-star[data-on=true]').count()).toBe(0)
    expect(await card.page.locator('.ink-debug').textContent()).toContain('"requestId": "r1"')
    expect(card.server.asked).toHaveLength(2)
  })
})
