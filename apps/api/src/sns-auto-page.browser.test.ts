import { browserMissing } from '@inkling/widget-kit/testing'
import { expect, test } from 'vitest'
import { preparePlaygroundPage } from './testing/prepare-playground-page.ts'
import { until } from './testing/run-server.ts'

const scheduler = preparePlaygroundPage('sns-auto')

test.skipIf(browserMissing())('a caption fills the post, a time schedules it, and both can be taken back', async () => {
  const { page, eventTypes } = scheduler
  const post = page.getByRole('complementary', { name: 'Your post' })
  const caption = post.getByRole('textbox', { name: 'Caption' })
  const captions = page.getByRole('region', { name: 'Captions for this post' })
  const use = captions.getByRole('button', { name: /^Use: / })
  await use.first().click()
  expect(await caption.inputValue()).toMatch(/#\w+/)
  await captions.getByRole('button', { name: /^Undo: / }).click()
  await until(async () => (await caption.inputValue()) === '')
  await use.nth(1).click()

  const times = page.getByRole('region', { name: 'Good times in the coming week' })
  await times
    .getByRole('button', { name: /^Schedule: / })
    .first()
    .click()
  await post.getByRole('button', { name: 'Clear the time' }).click()
  // What is cleared in the post is no longer marked as taken in the card.
  await times
    .getByRole('button', { name: /^Schedule: / })
    .first()
    .click()
  expect(await post.innerText()).toMatch(/day, \w+ \d+ at 1[123]:\d\d [AP]M/)
  await post.getByRole('button', { name: 'Schedule post' }).click()
  expect(await post.innerText()).toContain('It goes out on Instagram by itself')
  await until(async () => {
    const types = await eventTypes()
    return types.includes('undo') && types.filter((type) => type === 'accept').length === 4
  })
})

// As the page's example has it.
const address = 'hana@onggi.example'

test.skipIf(browserMissing())("the author's mail address stays in the page", async () => {
  const { page, simulator } = scheduler
  const sent = async () => {
    const { requests } = (await (await fetch(`${simulator.url}/_sim/requests`)).json()) as { requests: { body: unknown }[] }
    return requests.map(({ body }) => JSON.stringify(body))
  }
  await page.getByText('X', { exact: true }).first().click()
  await until(async () => (await sent()).some((body) => /platform\W+x\W/.test(body) && body.includes('[EMAIL_1]')))
  const captions = page.getByRole('region', { name: 'Captions for this post' })
  await until(async () => (await captions.innerText()).includes('of 280 characters'))
  expect((await sent()).filter((body) => body.includes(address))).toEqual([])
  // Who wrote it still sees it.
  expect(await page.getByLabel('What matters about it').inputValue()).toContain(address)
})

test.skipIf(browserMissing())('entries of the plan line up by date, also by script tag', async () => {
  const { page } = scheduler
  await page.getByRole('button', { name: 'Script tag' }).click()
  await page.getByRole('heading', { name: 'Plan the month' }).scrollIntoViewIfNeeded()
  const card = page.locator('inkling-suggestions').getByRole('region', { name: 'A plan for the month' })
  const add = card.getByRole('button', { name: /^Plan: / })
  await add.nth(1).click()
  await add.first().click()
  const calendar = page.getByRole('region', { name: 'Your calendar' })
  await until(async () => (await calendar.getByRole('listitem').count()) === 2)
  const dates = await calendar.locator('time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime')))
  expect(dates).toEqual(dates.toSorted())
  await card
    .getByRole('button', { name: /^Undo: / })
    .first()
    .click()
  await until(async () => (await calendar.getByRole('listitem').count()) === 1)
})

test.skipIf(browserMissing())('the page broke no rule of its content security policy and reported no error', () => {
  expect(scheduler.problems).toEqual([])
})
