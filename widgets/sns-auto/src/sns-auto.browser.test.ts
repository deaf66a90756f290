import { browserMissing } from '@inkling/widget-kit/testing'
import { describeProductPage } from '@inkling/widget-kit/testing/describe-product-page'
import { prepareProductPage, waitFor } from '@inkling/widget-kit/testing/product-page'
import { describe, expect, test } from 'vitest'
import { sampleAnswers } from './testing/sample-answers.ts'

describe.skipIf(browserMissing())("the three widgets on a page of SNS Auto's", () => {
  const product = prepareProductPage({
    hostPage: new URL('./testing/host-page.tsx', import.meta.url),
    samples: sampleAnswers,
  })
  const texts = (selector: string) => product.page.locator(selector).allInnerTexts()

  describeProductPage({
    product,
    samples: sampleAnswers,
    secrets: ['Ask Jiwoo first'],
    english: [
      'Best times this week',
      'Thu, Aug 7, 12:15 PM',
      '72% sure',
      '#studybreak',
      'of 280 characters',
      'Fri, Aug 1',
      'Schedule',
      'Plan',
    ],
    korean: [
      ...['이번 주 추천 게시 시간', '골라 쓰는 캡션', '한 달 콘텐츠 계획', '8월 7일 (목) 오후 12:15', '확신도 72%', '280자 중'],
      ...['인스타그램', '예약', '계획에 추가'],
    ],
  })

  test('the week shows each time under its day, in the order of the clock', async () => {
    await product.open('/')
    await product.ready()
    expect((await texts('.ink-week li')).map((day) => day.split(/\s+/).filter(Boolean))).toEqual([
      ['Tue', '5', '18:30'],
      ['Wed', '6'],
      ['Thu', '7', '08:30', '12:15'],
      ['Fri', '8'],
      ['Sat', '9'],
      ['Sun', '10', '20:00'],
      ['Mon', '11'],
    ])
  })

  test('the month is there before its entries, then fills their days, and leaves out what somebody hides', async () => {
    await product.open('/', {}, () => new Promise(() => {}))
    expect(await product.page.locator('.ink-month td span').count()).toBe(31)
    expect(await texts('.ink-month [data-planned=true]')).toEqual([])
    await product.open('/')
    await product.ready()
    expect(await texts('.ink-month [data-planned=true]')).toEqual(['1', '5', '8', '12', '15', '19', '26', '31'])
    await product.button('Hide: Aug 5, Easy question').click()
    await waitFor(async () => expect(await texts('.ink-month [data-planned=true]')).not.toContain('5'))
  })

  test('week and month fit the narrowest page, from right to left too, without a scroll bar', async () => {
    await product.open('/', { viewport: { width: 320, height: 1500 } })
    await product.ready()
    for (const direction of ['ltr', 'rtl']) {
      await product.page.evaluate((dir) => document.documentElement.setAttribute('dir', dir), direction)
      for (const selector of ['.ink-overview:has(.ink-week)', '.ink-overview:has(.ink-month)']) {
        const overflow = await product.page
          .locator(selector)
          .evaluate((box) => [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight])
        expect([direction, selector, overflow]).toEqual([direction, selector, [0, 0]])
      }
      const cut = await product.page
        .locator('.ink-slot')
        .evaluateAll((slots) => slots.filter((slot) => slot.scrollWidth > slot.clientWidth).length)
      expect(cut).toBe(0)
    }
  })

  test('a caption is counted with its hashtags, shows the own words of its author, and what is edited is counted and used', async () => {
    await product.open('/')
    await product.ready()
    const { page, button } = product
    const caption = page.locator('[data-layout=captions]')
    expect(await caption.innerText()).toContain('Write us at hello@example.com.')
    expect(await caption.locator('.ink-small').allInnerTexts()).toEqual([
      '125 of 280 characters',
      '80 of 280 characters',
      '75 of 280 characters',
    ])
    await button('Edit: Moment of use').click()
    await page.getByRole('textbox').fill('가'.repeat(140))
    await button('Save').click()
    await waitFor(async () => expect(await caption.locator('.ink-problem').innerText()).toBe('289 of 280 characters'))
    await button('Use: Moment of use').click()
    await waitFor(async () => expect(await page.locator('.ink-done').count()).toBe(1))
    expect(await page.evaluate(() => host.accepted)).toEqual([{ angle: 'Moment of use', caption: '가'.repeat(140), hashtags: ['#coffee'] }])
  })

  test('what is asked is what the page has entered, and nothing else of its rows', async () => {
    await product.open('/')
    await product.ready()
    expect(product.server.asked.find(({ name }) => name === 'snsAuto.postingTimes')?.context).toEqual({
      platform: 'x',
      audience: 'students',
      contentType: 'carousel',
      timeZone: 'Asia/Seoul',
    })
  })

  test('a planned day and a time have an edge where colours are forced', async () => {
    await product.open('/', { forcedColors: 'active' })
    await product.ready()
    expect(await product.style('.ink-month td[data-planned=true] span', 'border-top-width')).toBe('1px')
    expect(await product.style('.ink-slot', 'border-top-width')).toBe('1px')
  })
})
