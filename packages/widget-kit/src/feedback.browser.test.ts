import { describe, expect, test } from 'vitest'
import { waitFor } from './testing/browser-page.ts'
import { browserMissing } from './testing/index.ts'
import { dishes, prepareCardPage } from './testing/prepare-card-page.ts'

describe.skipIf(browserMissing())('what the user does with a card', () => {
  const card = prepareCardPage()

  test('each gesture is done, shown, and told once', async () => {
    await card.open('quick')
    await card.button('Use: Soup').click()
    await card.button('Undo: Soup').click()
    await card.button('Hide: Soup').click()
    await card.button('Undo: Soup').click()
    await card.button('Edit: Soup').click()
    await card.page.getByRole('textbox').fill('With basil')
    await card.button('Save').click()
    await card.button('Copy: Soup').click()
    await card.page.waitForSelector('[aria-label="Copied: Soup"]')
    await card.page.getByTitle('4 of 5').click()
    await card.button('Report').click()
    await card.button('Reported').click({ force: true })
    await card.button('Use: Soup').click()
    await waitFor(() =>
      expect(card.feedback().sort()).toEqual(
        ['accept 0', 'undo 0', 'dismiss 0', 'undo 0', 'edit 0', 'copy 0', 'rate 4', 'report', 'accept 0', 'impression'].sort(),
      ),
    )
    expect(new Set(card.server.feedbackIds).size).toBe(card.server.feedbackIds.length)
    expect(await card.readHost('accepted')).toEqual([dishes[0], { dish: 'Soup', note: 'With basil' }])
    expect(await card.readHost('edited')).toEqual([{ dish: 'Soup', note: 'With basil' }])
    expect(await card.readHost('undone')).toBe(1)
    expect(await card.page.evaluate(() => navigator.clipboard.readText())).toBe('Soup: With basil\n— AI suggestion')
  })

  test('leaving the page loses nothing: what was just done and the dwell time arrive', async () => {
    await card.open('quick')
    await waitFor(() => expect(card.feedback()).toEqual(['impression']))
    await card.button('Use: Soup').click()
    await card.page.waitForSelector('.ink-done')
    await card.goto('/blank')
    await waitFor(() => expect(card.server.feedback.size).toBe(3))
    const dwell = [...card.server.feedback.values()].find(({ type }) => type === 'dwell')
    expect(dwell?.value).toBeGreaterThanOrEqual(1_000)
    expect(card.feedback()).toContain('accept 0')
    expect(card.server.feedbackIds).toHaveLength(3)
  })

  test('without telemetry only what the user says is sent', async () => {
    await card.open('quick&no-telemetry')
    await card.button('Report').click()
    await card.page.getByTitle('1 of 5').click()
    await card.page.evaluate(() => cardHost.unmount())
    await waitFor(() => expect(card.feedback()).toEqual(['report', 'rate 1']))
  })

  test('without consent the question says so, and no request tells what the user does', async () => {
    await card.goto('/blank')
    // What an earlier page of the tab could not deliver stays with the tab.
    await card.page.evaluate(() => {
      const event = { id: 'e1', suggestionId: 'id-claude', type: 'copy', itemIndex: 0 }
      sessionStorage.setItem('inkling.feedback  earlier', JSON.stringify([event]))
    })
    await card.open('quick&no-consent')
    await card.button('Use: Soup').click()
    await card.button('Undo: Soup').click()
    await card.button('Hide: Salad').click()
    await card.button('Report').click()
    await card.page.getByTitle('4 of 5').click()
    await card.page.getByTitle('4 of 5').blur()
    // Long enough in view for an impression, as the second card shows, which has consent.
    const watched = await card.page.context().newPage()
    await watched.goto(`${card.server.origin}/?suggestion=quick`)
    await waitFor(() => expect(card.server.feedbackRequests).toBe(1))
    await card.goto('/blank')
    expect(card.server.asked.map(({ consent }) => consent)).toEqual(['none', undefined])
    expect(card.feedback()).toEqual(['impression'])
    expect(await card.page.evaluate(() => Object.keys(sessionStorage))).toEqual(['inkling.feedback  earlier'])
  })
})
