import { browserMissing } from '@inkling/widget-kit/testing'
import { describeProductPage } from '@inkling/widget-kit/testing/describe-product-page'
import { prepareProductPage, waitFor } from '@inkling/widget-kit/testing/product-page'
import { describe, expect, test } from 'vitest'
import { assignment, sampleAnswers } from './testing/sample-answers.ts'

describe.skipIf(browserMissing())("the three widgets on a page of WebApp Builder's", () => {
  const product = prepareProductPage({
    hostPage: new URL('./testing/host-page.tsx', import.meta.url),
    samples: sampleAnswers,
  })

  describeProductPage({
    product,
    samples: sampleAnswers,
    secrets: ['Evening cohort, $90'],
    english: ['Weeks 1–2', 'Weeks 11–15', '15 weeks in all', 'Lines 5–7', 'Line 12', 'array.length', 'About a week', 'CSS grid'],
    korean: [
      ...['나에게 맞는 학습 경로', '코드 이해하기', '다음에 만들 기능', '1–2주차', '모두 15주'],
      ...['5–7행', '입문', '하루 저녁', '노트에 추가', '보드에 추가'],
    ],
  })

  test('what is asked is what the page has entered, without what it shows only', async () => {
    await product.open('/')
    await product.ready()
    const asked = Object.fromEntries(product.server.asked.map(({ name, context }) => [name, context]))
    expect(asked['webappBuilder.learningPath']).toEqual({
      level: 'beginner',
      goal: 'frontend-developer',
      weeklyHours: 8,
      courses: [
        { id: 'WB-101', title: 'Web foundations', level: 'beginner', hours: 12, topics: ['git'] },
        ...['WB-110', 'WB-120', 'WB-210'].map((id) => expect.objectContaining({ id })),
      ],
    })
    expect(asked['webappBuilder.codeExplanation']).toEqual({
      language: 'javascript',
      code: assignment,
      question: 'Why does it print NaN?',
    })
  })

  test('a hidden course gives its weeks to those behind it', async () => {
    await product.open('/')
    await product.ready()
    const { page, button } = product
    await button('Hide: Pages with HTML and CSS').click()
    await waitFor(async () => expect(await page.locator('.ink-weeks').allInnerTexts()).toEqual(['Weeks 1–2', 'Weeks 3–7', 'Weeks 8–12']))
    expect(await page.locator('.ink-path').innerText()).toContain('12 weeks')
    expect(await page.locator('.ink-path-bar rect').count()).toBe(3)
  })

  test("an explanation stands beside the code's own lines, under their own numbers", async () => {
    await product.open('/')
    await product.ready()
    const block = product.page.getByRole('region', { name: 'Lines 5–7' })
    expect(await block.locator('code').allInnerTexts()).toEqual(assignment.split('\n').slice(4, 7))
    expect(await block.locator('code').evaluateAll((lines) => lines.map((line) => line.getAttribute('data-line')))).toEqual(['5', '6', '7'])
  })

  test('code stays left to right where the page is not, and a long line is scrolled by the keyboard', async () => {
    await product.open('/', { viewport: { width: 320, height: 1500 } })
    await product.ready()
    const { page } = product
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
    expect(await product.style('.ink-part-words', 'direction')).toBe('rtl')
    const block = page.getByRole('region', { name: 'Line 12' })
    expect(await block.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr')
    await block.focus()
    await waitFor(async () => {
      // A busy browser may drop a key that comes before it has laid out what scrolls.
      await page.keyboard.press('ArrowRight')
      expect(await block.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
    })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })

  test('what is put into own words is what the page is given, and it can be taken back', async () => {
    await product.open('/')
    await product.ready()
    const { page, button } = product
    await button('Edit: The month as a grid').click()
    await page.getByRole('textbox').fill('Show June first.')
    await button('Save').click()
    await button('Add to board: The month as a grid').click()
    await button('Undo: The month as a grid').click()
    await button('Add to notes: Lines 5–7').click()
    await waitFor(async () => expect(await page.locator('.ink-done').count()).toBe(1))
    const edited = { ...sampleAnswers['webappBuilder.featureIdeas'].items[3], description: 'Show June first.' }
    expect(await page.evaluate(() => host)).toEqual({
      accepted: [edited, sampleAnswers['webappBuilder.codeExplanation'].items[1]],
      edited: [edited],
      undone: 1,
    })
  })

  test('effort, path and code keep an edge where colours are forced', async () => {
    await product.open('/', { forcedColors: 'active' })
    await product.ready()
    for (const selector of ['.ink-effort-dots', '.ink-path-bar', '.ink-code'])
      expect(await product.style(selector, 'border-top-width')).toBe('1px')
  })
})
