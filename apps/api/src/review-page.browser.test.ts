import { browserMissing } from '@inkling/widget-kit/testing'
import { expect, test } from 'vitest'
import { preparePlaygroundPage } from './testing/prepare-playground-page.ts'
import { until } from './testing/run-server.ts'

const studio = preparePlaygroundPage('review')

test.skipIf(browserMissing())(
  'a marketer adds a part of the outline, sees what it takes of the budget, and takes it out again',
  async () => {
    const { page, eventTypes } = studio
    const card = page.getByRole('region', { name: 'An outline to argue about' })
    const add = card.getByRole('button', { name: /^Add to plan: / }).first()
    await add.waitFor()
    const headline = (await add.getAttribute('aria-label'))?.replace('Add to plan: ', '') ?? ''
    await add.click()
    const summary = page.getByRole('complementary', { name: 'Your campaign' })
    await summary.getByRole('button', { name: `Remove ${headline}` }).click()
    // What is taken out of the plan is no longer marked as taken in the card.
    await card.getByRole('button', { name: `Add to plan: ${headline}` }).click()
    await card.getByRole('button', { name: `Undo: ${headline}` }).click()
    await summary.getByRole('button', { name: `Remove ${headline}` }).waitFor({ state: 'detached' })
    await until(async () => {
      const types = await eventTypes()
      return types.includes('undo') && types.filter((type) => type === 'accept').length === 2
    })
  },
)

test.skipIf(browserMissing())("people are ranked by their numbers; nobody's name leaves the page", async () => {
  const { page, attemptsOf } = studio
  const card = page.getByRole('region', { name: 'Who fits this campaign' })
  const [asked] = await Promise.all([
    page.waitForRequest((request) => request.url().includes('influencerMatching')),
    page
      .getByRole('radio', { name: 'Awareness' })
      .check({ force: true })
      .then(() => page.getByLabel('Audience').selectOption('home-cooks')),
  ])
  expect(asked.postData()).not.toContain('Jiwoo')
  await card.getByRole('button', { name: 'Shortlist: Jiwoo Park' }).click()
  const summary = page.getByRole('complementary', { name: 'Your campaign' })
  await summary.getByRole('button', { name: 'Remove Jiwoo Park' }).waitFor()
  expect(await summary.innerText()).toContain('$10,780 left after fees')
  const [attempt] = await attemptsOf('review.influencerMatching')
  expect(attempt).toMatchObject({ state: 'settled' })
})

test.skipIf(browserMissing())('a section goes into the brief and comes out of it byte for byte, also by script tag', async () => {
  const { page } = studio
  await page.getByRole('button', { name: 'Script tag' }).click()
  // What a script tag shows is loaded when somebody comes near.
  await page.locator('#brief inkling-suggestions').scrollIntoViewIfNeeded()
  const card = page.locator('inkling-suggestions').getByRole('region', { name: 'Sections for your brief' })
  const use = card.getByRole('button', { name: 'Use: What you deliver' })
  await use.waitFor()
  const text = page.getByLabel('Your brief', { exact: true })
  await text.fill('Dear all,')
  await use.click()
  await until(async () => (await text.inputValue()).startsWith('Dear all,\n\nWhat you deliver\n- 2 Instagram Reels\n- 3 Instagram Stories'))
  await card.getByRole('button', { name: 'Undo: What you deliver' }).click()
  await until(async () => (await text.inputValue()) === 'Dear all,')
})
