import { browserMissing } from '@inkling/widget-kit/testing'
import { describeProductPage } from '@inkling/widget-kit/testing/describe-product-page'
import { prepareProductPage, waitFor } from '@inkling/widget-kit/testing/product-page'
import { describe, expect, test } from 'vitest'
import { code } from './testing/host-tree.tsx'
import { sampleAnswers } from './testing/sample-answers.ts'

describe.skipIf(browserMissing())("the three widgets on a page of AI Automation's", () => {
  const product = prepareProductPage({
    hostPage: new URL('./testing/host-page.tsx', import.meta.url),
    samples: sampleAnswers,
  })
  const shown = () => product.page.locator('body').getAttribute('data-shown')

  describeProductPage({
    product,
    samples: sampleAnswers,
    secrets: [],
    english: ['Quick to do', 'Whole workflow', 'Copy the lead into the CRM by hand', 'Serious', 'Minor', 'Watch', 'dana@example.com'],
    korean: [
      ...['이 워크플로를 개선하는 방법', '코드 검토 결과', '성과를 확인할 지표', '금방 가능', '워크플로 전체', '심각'],
      ...['고칠 것', '목표', '확인', '4개 모두 보기', '반영'],
    ],
  })

  test('what is asked is what the page has entered', async () => {
    await product.open('/')
    await product.ready()
    expect(product.server.asked.find(({ name }) => name === 'aiAutomation.codeReview')?.context).toEqual({ language: 'javascript', code })
    expect(product.server.asked.find(({ name }) => name === 'aiAutomation.successMetrics')?.context).toEqual({
      workflowType: 'lead-routing',
      goal: 'Answer every lead within ten minutes.',
    })
  })

  test('a finding shows the text of its own line, and hands the line to the host by mouse and keyboard', async () => {
    await product.open('/')
    await product.ready()
    const { page, button } = product
    const line = button('Show line 3 in the code')
    expect(await line.innerText()).toMatch(/^3\s*for \(let i = 0; i <= known\.length; i\+\+\) \{$/)
    await line.click()
    await button('Show line 1 in the code').focus()
    await page.keyboard.press('Enter')
    await button('Show step 2: Copy the lead into the CRM by hand').click()
    expect(await shown()).toBe('line 3, line 1, step 2')
  })

  test('what is taken up, tracked with a target of one’s own, and taken back reaches the host', async () => {
    await product.open('/')
    await product.ready()
    const { page, button } = product
    await button('Edit: Leads answered in time').click()
    await page.getByRole('textbox').fill('At least 95% from the second week')
    await button('Save').click()
    await button('Track: Leads answered in time').click()
    await button('Apply: Create the lead from the form itself').click()
    await button('Undo: Create the lead from the form itself').click()
    await waitFor(async () => expect(await page.locator('.ink-done').count()).toBe(1))
    const [kpi] = sampleAnswers['aiAutomation.successMetrics'].items
    const tracked = { ...kpi, target: 'At least 95% from the second week' }
    expect(await page.evaluate(() => host)).toEqual({
      accepted: [tracked, sampleAnswers['aiAutomation.workflowOptimization'].items[0]],
      edited: [tracked],
      undone: 1,
    })
  })

  test('on a page from right to left, code and formulas stay from left to right', async () => {
    await product.open('/')
    await product.ready()
    await product.page.evaluate(() => {
      document.documentElement.dir = 'rtl'
    })
    for (const selector of ['.ink-code-line', '.ink-formula']) expect(await product.style(selector, 'direction')).toBe('ltr')
    expect(await product.style('.ink-item .ink-content', 'direction')).toBe('rtl')
    const [number, text] = await product.page
      .locator('.ink-code-line > *')
      .evaluateAll((parts) => parts.slice(0, 2).map((part) => part.getBoundingClientRect().left))
    expect(number).toBeLessThan(text ?? 0)
    expect(await product.page.evaluate(() => document.documentElement.scrollWidth)).toBe(800)
  })

  test('severity and effort are told without colour, and have an edge where colours are forced', async () => {
    await product.open('/')
    await product.ready()
    const shapes = await product.page
      .locator('.ink-severity')
      .evaluateAll((marks) => marks.map((mark) => [mark.textContent, getComputedStyle(mark, '::before').rotate]))
    expect(new Map(shapes as [string, string][])).toEqual(
      new Map([
        ['Serious', '45deg'],
        ['Should fix', 'none'],
        ['Minor', 'none'],
      ]),
    )
    await product.page.emulateMedia({ forcedColors: 'active' })
    expect(await product.style('.ink-code-line', 'border-top-style')).toBe('solid')
  })

  test('rows are kept free from the first frame, as high as what comes', async () => {
    await product.open('/', {}, () => new Promise(() => {}))
    await waitFor(async () => expect(await product.page.locator('.ink-bones').count()).toBe(3 + 3 + 3))
  })
})
