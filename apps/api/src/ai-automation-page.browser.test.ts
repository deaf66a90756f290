import { browserMissing } from '@inkling/widget-kit/testing'
import { expect, test } from 'vitest'
import { preparePlaygroundPage } from './testing/prepare-playground-page.ts'
import { until } from './testing/run-server.ts'

const editor = preparePlaygroundPage('ai-automation')

test.skipIf(browserMissing())('an author applies a tip at its step, takes one back, and the database knows', async () => {
  const { page, eventTypes } = editor
  const card = page.getByRole('region', { name: 'Ways to improve this workflow' })
  const apply = card.getByRole('button', { name: /^Apply: / }).first()
  await apply.waitFor()
  const tip = (await apply.getAttribute('aria-label'))?.replace('Apply: ', '') ?? ''
  await apply.click()
  const planned = page.getByRole('region', { name: 'Planned changes' })
  await planned.getByText(tip, { exact: true }).waitFor()
  // What the author removes from the plan is no longer marked as applied in the card.
  await planned.getByRole('button', { name: `Remove ${tip}` }).click()
  await card.getByRole('button', { name: `Apply: ${tip}` }).click()
  await card.getByRole('button', { name: `Undo: ${tip}` }).click()
  await planned.getByText(tip, { exact: true }).waitFor({ state: 'detached' })
  await until(async () => {
    const types = await eventTypes()
    return types.includes('undo') && types.filter((type) => type === 'accept').length === 2
  })
})

test.skipIf(browserMissing())('a finding leads to its line, and is marked there until it is taken back', async () => {
  const { page } = editor
  const card = page.getByRole('region', { name: 'Review of this code' })
  const show = card.getByRole('button', { name: 'Show line 5 in the code' })
  expect(await show.innerText()).toContain('for (let i = 0; i <= companies.length; i++) {')
  await show.click()
  const code = page.getByRole('textbox', { name: 'Code of “Score the lead”' })
  const selection = () => code.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))
  expect(await selection()).toBe('for (let i = 0; i <= companies.length; i++) {')
  await card.getByRole('button', { name: /^Take up: Line 5, / }).click()
  await page.getByText('Line 5 is marked to be fixed').waitFor({ state: 'attached' })
  await card.getByRole('button', { name: /^Undo: Line 5, / }).click()
  await page.getByText('Line 5 is marked to be fixed').waitFor({ state: 'detached' })
})

test.skipIf(browserMissing())(
  "changed code is reviewed anew once the author rests; a colleague's phone number does not reach Claude",
  async () => {
    const { page, attemptsOf, claudeReceived } = editor
    const before = (await attemptsOf('aiAutomation.codeReview')).length
    await page.getByRole('textbox', { name: 'Code of “Score the lead”' }).fill('// Mara, +1 415 555 0134\nreturn eval(lead.rule)')
    const card = page.getByRole('region', { name: 'Review of this code' })
    const line = card.getByRole('button', { name: 'Show line 2 in the code' })
    await until(async () => (await line.count()) === 1 && (await line.innerText()).includes('eval'))
    expect((await attemptsOf('aiAutomation.codeReview')).length).toBe(before + 1)
    const received = await claudeReceived()
    expect(received).toContain('[PHONE_1]')
    expect(received).not.toContain('555 0134')
  },
)

test.skipIf(browserMissing())('a measure is tracked on the dashboard and the workflow deployed, also by script tag', async () => {
  const { page } = editor
  await page.getByRole('button', { name: 'Script tag' }).click()
  const dashboard = page.getByRole('region', { name: 'Dashboard' })
  // What a script tag shows is loaded when somebody comes near.
  await page.locator('#deploy inkling-suggestions').scrollIntoViewIfNeeded()
  const card = page.locator('inkling-suggestions').getByRole('region', { name: 'Measures for the goal' })
  const track = card.getByRole('button', { name: /^Track: / }).first()
  await track.waitFor()
  const kpi = (await track.getAttribute('aria-label'))?.replace('Track: ', '') ?? ''
  await track.click()
  await dashboard.getByText(kpi, { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Deploy version 13' }).click()
  await page.getByText('Version 13 is live').waitFor()
  await page.getByRole('button', { name: 'Roll back to version 12' }).waitFor()
})

test.skipIf(browserMissing())('the page broke no rule of its content security policy and reported no error', () => {
  expect(editor.problems).toEqual([])
})
