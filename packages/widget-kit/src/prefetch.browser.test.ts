import { describe, expect, test } from 'vitest'
import { waitFor } from './testing/browser-page.ts'
import { browserMissing } from './testing/index.ts'
import { prepareCardPage } from './testing/prepare-card-page.ts'

describe.skipIf(browserMissing())('an answer asked for ahead', () => {
  const card = prepareCardPage()

  const shownInNextFrame = () =>
    card.page.evaluate(async () => {
      document.querySelector<HTMLButtonElement>('button')?.click()
      await new Promise((resolve) => requestAnimationFrame(resolve))
      return document.querySelectorAll('.ink-item').length
    })
  const drawer = (query = '') => card.goto(`/?suggestion=quick&drawer${query}`)

  test.each<[string, () => Promise<void>]>([
    ['the pointer rests on the way to it', () => card.button('Ideas').hover()],
    ['the focus rests on the way to it', () => card.button('Ideas').focus()],
  ])('when %s, the answer stands in the first frame, asked once, and counts as seen only then', async (_, rest) => {
    await drawer()
    await rest()
    await waitFor(() => expect(card.server.asked).toHaveLength(1))
    await card.button('Ideas').hover()
    await card.page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/trpc/')))
    expect(card.server.feedbackIds).toEqual([])
    expect(await shownInNextFrame()).toBe(4)
    await waitFor(() => expect(card.feedback()).toEqual(['impression']))
    expect(card.server.asked).toHaveLength(1)
  })

  test('as soon as the page is idle, where the host wants it so', async () => {
    await drawer('&idle')
    await waitFor(() => expect(card.server.asked).toHaveLength(1))
    await card.page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/trpc/')))
    expect(await shownInNextFrame()).toBe(4)
  })

  test('an answer under way is shown as far as it has come', async () => {
    await card.goto('/?suggestion=held&drawer')
    await card.button('Ideas').hover()
    await waitFor(() => expect(card.opened).toHaveLength(1))
    card.opened[0]?.()
    await waitFor(() => expect(card.opened).toHaveLength(2))
    await card.button('Ideas').click()
    await card.page.locator('.ink-item', { hasText: 'Soup' }).waitFor()
    expect(card.server.asked).toHaveLength(1)
  })

  test.each([
    [
      'a pointer that only crosses',
      '',
      () =>
        card
          .button('Ideas')
          .hover()
          .then(() => card.page.mouse.move(600, 600)),
    ],
    ['data shall be saved', '', () => card.button('Ideas').hover()],
    ['there is no consent', '&no-consent', () => card.button('Ideas').hover()],
  ])('not when %s', async (what, query, rest) => {
    if (what.startsWith('data'))
      await card.page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }))
    await drawer(query)
    await card.page.evaluate(() => {
      globalThis.statusTexts = []
      setTimeout(() => statusTexts.push('rested'), 300)
    })
    await rest()
    await card.page.waitForFunction(() => statusTexts.includes('rested'))
    expect(card.server.asked).toEqual([])
    await card.button('Ideas').click()
    await card.page.waitForSelector('[data-status=ready]')
    expect(card.server.asked).toHaveLength(1)
  })
})
