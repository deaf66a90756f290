import { formatUsd } from '@inkling/cost'
import { ledger } from '@inkling/database'
import { browserMissing } from '@inkling/widget-kit/testing'
import { expect, test } from 'vitest'
import { preparePlaygroundPage } from './testing/prepare-playground-page.ts'
import { until } from './testing/run-server.ts'

const coocook = preparePlaygroundPage('coocook')

test.skipIf(browserMissing())('a person asks for chefs, accepts one, undoes it, rates the answer, and the database knows', async () => {
  const { page, composition, simulator, eventTypes } = coocook
  const card = page.getByRole('region', { name: 'Picked for your evening' })
  const choose = card.getByRole('button', { name: /^Choose: / }).first()
  await choose.waitFor()
  const name = (await choose.getAttribute('aria-label'))?.replace('Choose: ', '') ?? ''
  await choose.click()
  const booking = page.getByRole('complementary', { name: 'Your booking' })
  await booking.getByRole('button', { name: 'Remove chef' }).waitFor()
  expect(await booking.innerText()).toContain(name)

  await card.getByRole('button', { name: /^Undo: / }).click()
  await booking.getByRole('button', { name: 'Remove chef' }).waitFor({ state: 'detached' })
  await card.getByRole('radio').last().click({ force: true })

  await until(async () => {
    const types = await eventTypes()
    return ['accept', 'impression', 'rate', 'undo'].every((type) => types.includes(type as never))
  })
  const types = await eventTypes()
  for (const type of ['accept', 'undo', 'rate']) expect(types.filter((seen) => seen === type)).toHaveLength(1)

  const rows = await composition.database.kysely.selectFrom('attempts').selectAll().execute()
  const chef = rows.filter(({ suggestion }) => suggestion === 'coocook.chefRecommendation')
  expect(chef).toMatchObject([{ state: 'settled', outcome: 'complete', estimated: false }])
  const bill = (await (await fetch(`${simulator.url}/_sim/bill`)).json()) as { entries: { requestId: string }[] }
  expect(bill.entries.map(({ requestId }) => requestId)).toContain(chef[0]?.provider_request_id)
  expect(await ledger.openReservations(composition.database)).toEqual([])
})

test.skipIf(browserMissing())('a changed filter asks anew, and the panel shows how the answer was made and what it cost', async () => {
  const { page, composition } = coocook
  const asked = async () => {
    const rows = await composition.database.kysely.selectFrom('attempts').select(['suggestion', 'charged_pico']).execute()
    return rows.filter(({ suggestion }) => suggestion === 'coocook.chefRecommendation')
  }
  const before = (await asked()).length
  await page.getByRole('button', { name: 'One guest more' }).click()
  await until(async () => (await asked()).length === before + 1)
  await page.getByRole('button', { name: /^How this answer was made/ }).click()
  const chefs = page.getByRole('complementary', { name: /How this answer was made/ }).getByRole('article', { name: 'Chefs' })
  await until(async () => (await chefs.innerText()).includes('generate'))
  const [row] = (await asked()).slice(-1)
  const text = await chefs.innerText()
  for (const word of ['check-input', 'look-up-cache', 'claude-haiku-5-5', formatUsd(row?.charged_pico ?? 0n)]) expect(text).toContain(word)
})

test.skipIf(browserMissing())(
  'the same page by script tag: an accept reaches the page, an undo takes it back, and the panel hears of the answers',
  async () => {
    const { page, composition } = coocook
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Script tag' }).click()
    const card = page.locator('inkling-suggestions').getByRole('region', { name: 'Picked for your evening' })
    const choose = card.getByRole('button', { name: /^Choose: / }).first()
    await choose.waitFor()
    await choose.click()
    const booking = page.getByRole('complementary', { name: 'Your booking' })
    await booking.getByRole('button', { name: 'Remove chef' }).waitFor()
    await card.getByRole('button', { name: /^Undo: / }).click()
    await booking.getByRole('button', { name: 'Remove chef' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^How this answer was made/ }).click()
    const chefs = page.getByRole('complementary', { name: /How this answer was made/ }).getByRole('article', { name: 'Chefs' })
    await until(async () => (await chefs.innerText()).includes('cache'))
    const before = await composition.database.kysely.selectFrom('attempts').selectAll().execute()
    await chefs.getByRole('button', { name: 'Ask again: Chefs' }).click()
    await card
      .getByRole('button', { name: /^Choose: / })
      .first()
      .waitFor()
    expect(await composition.database.kysely.selectFrom('attempts').selectAll().execute()).toHaveLength(before.length)
  },
)

test.skipIf(browserMissing())('the page broke no rule of its content security policy and reported no error', () => {
  expect(coocook.problems).toEqual([])
})
