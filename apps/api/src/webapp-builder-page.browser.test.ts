import { browserMissing } from '@inkling/widget-kit/testing'
import { expect, test } from 'vitest'
import { preparePlaygroundPage } from './testing/prepare-playground-page.ts'
import { until } from './testing/run-server.ts'

const school = preparePlaygroundPage('webapp-builder')

test.skipIf(browserMissing())(
  'a student takes a suggested course, sees when it ends, takes it back, and enrols from the catalogue',
  async () => {
    const { page, eventTypes } = school
    const card = page.getByRole('region', { name: 'A path for you' })
    await card.getByRole('button', { name: 'Add to plan: Web foundations' }).click()
    const plan = page.getByRole('complementary', { name: 'Your plan' })
    await plan.getByRole('button', { name: 'Remove Web foundations' }).waitFor()
    expect(await plan.innerText()).toContain('Finished by')
    // What the student removes in the plan is no longer marked as taken in the card.
    await plan.getByRole('button', { name: 'Remove Web foundations' }).click()
    await card.getByRole('button', { name: 'Add to plan: Web foundations' }).click()
    await card.getByRole('button', { name: 'Undo: Web foundations' }).click()
    await page.getByRole('button', { name: 'Add: React interfaces' }).click()
    await plan.getByRole('button', { name: 'Enrol' }).click()
    expect(await plan.innerText()).toMatch(/You are in\. We begin on Monday/)
    await until(async () => {
      const types = await eventTypes()
      return types.includes('undo') && types.filter((type) => type === 'accept').length === 2
    })
  },
)

test.skipIf(browserMissing())('fewer hours a week make a longer path', async () => {
  const { page } = school
  const whole = page.locator('.ink-path')
  const weeks = async () => Number(/\d+/.exec(await whole.innerText())?.[0] ?? 0)
  const before = await weeks()
  expect(before).toBeGreaterThan(0)
  await page.getByLabel('Hours a week').fill('4')
  await until(async () => (await weeks()) > before)
})

test.skipIf(browserMissing())(
  "code is asked about when the student asks; the student's mail address is shown to the student and not to Claude",
  async () => {
    const { page, simulator, attemptsOf, claudeReceived } = school
    expect(await attemptsOf('webappBuilder.codeExplanation')).toEqual([])
    await page.getByRole('button', { name: 'Explain my code' }).click()
    const card = page.getByRole('region', { name: 'What your code does' })
    const keep = card.getByRole('button', { name: /^Add to notes: / })
    await keep.first().waitFor()
    // The card shows the student's own line, as it was written.
    await until(async () => (await card.locator('.ink-code').first().innerText()).includes('jae.park@students.example.com'))
    const received = await claudeReceived()
    expect(received).toContain('[EMAIL_1]')
    expect(received).not.toContain('students.example.com')
    await keep.nth(1).click()
    const notes = page.getByRole('region', { name: 'My notes' })
    await notes.waitFor()
    expect(await notes.getByRole('listitem').count()).toBe(1)
    const [attempt] = await attemptsOf('webappBuilder.codeExplanation')
    expect(attempt).toMatchObject({ state: 'settled' })
    const bill = (await (await fetch(`${simulator.url}/_sim/bill`)).json()) as { entries: unknown[] }
    expect(bill.entries.length).toBeGreaterThan(0)
  },
)

test.skipIf(browserMissing())('an idea becomes a card on the board and moves along it, also by script tag', async () => {
  const { page } = school
  await page.getByRole('button', { name: 'Script tag' }).click()
  // What a script tag shows is loaded when somebody comes near.
  await page.locator('#project inkling-suggestions').scrollIntoViewIfNeeded()
  const card = page.locator('inkling-suggestions').getByRole('region', { name: 'Five next steps' })
  const add = card.getByRole('button', { name: /^Add to board: / }).first()
  await add.waitFor()
  const title = (await add.getAttribute('aria-label'))?.replace('Add to board: ', '') ?? ''
  await add.click()
  await page.getByRole('button', { name: `Move ${title} to Doing` }).click()
  const doing = page.getByRole('region', { name: /^Doing/ })
  await doing.getByText(title, { exact: true }).waitFor()
  await card.getByRole('button', { name: `Undo: ${title}` }).click()
  await doing.getByText(title, { exact: true }).waitFor({ state: 'detached' })
})

test.skipIf(browserMissing())('the page broke no rule of its content security policy and reported no error', () => {
  expect(school.problems).toEqual([])
})
