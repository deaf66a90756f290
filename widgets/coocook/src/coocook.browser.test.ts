import { browserMissing } from '@inkling/widget-kit/testing'
import { describeProductPage } from '@inkling/widget-kit/testing/describe-product-page'
import { prepareProductPage, waitFor } from '@inkling/widget-kit/testing/product-page'
import { describe, expect, test } from 'vitest'
import { sampleAnswers } from './testing/sample-answers.ts'

describe.skipIf(browserMissing())("the three widgets on a page of CooCook's", () => {
  const product = prepareProductPage({
    hostPage: new URL('./testing/host-page.tsx', import.meta.url),
    samples: sampleAnswers,
  })

  describeProductPage({
    product,
    samples: sampleAnswers,
    secrets: ['Mina Park'],
    english: ['94% match', 'chef-8', '★ 4.7 · $$$', 'On arrival', '+2 h 30 min', 'Plate 6', 'Dessert'],
    korean: [
      ...['오늘 저녁에 어울리는 셰프', '상차림에 어울리는 메뉴', '후기 초안', '94% 일치', '도착 직후', '+2시간 30분'],
      ...['4개 모두 보기', '선택', '음료'],
    ],
  })

  test('what is asked is what the page has entered', async () => {
    await product.open('/')
    await product.ready()
    expect(product.server.asked.find(({ name }) => name === 'coocook.chefRecommendation')?.context).toEqual({
      budgetUsd: 400,
      cuisine: 'any',
      dietary: ['vegetarian'],
      partySize: 6,
      chefs: [
        { id: 'chef-17', cuisines: ['korean', 'japanese'], priceBand: 'standard', rating: 4.9, tags: ['vegetarian'] },
        ...['chef-4', 'chef-29', 'chef-8'].map((id) => expect.objectContaining({ id })),
      ],
    })
  })

  test("a review shows the guest's own words, and what is edited is what is used", async () => {
    await product.open('/')
    await product.ready()
    const { page, button } = product
    expect(await page.locator('main').innerText()).toContain('reach me at ana@example.com for photos')
    await button('Edit: The food').click()
    await page.getByRole('textbox').fill('Superb risotto.')
    await button('Save').click()
    await button('Use: The food').click()
    await button('Undo: The food').click()
    await button('Choose: Mina Park').click()
    await waitFor(async () => expect(await page.locator('.ink-done').count()).toBe(1))
    expect(await page.evaluate(() => host)).toEqual({
      accepted: [{ heading: 'The food', body: 'Superb risotto.' }, sampleAnswers['coocook.chefRecommendation'].items[0]],
      edited: [{ heading: 'The food', body: 'Superb risotto.' }],
      undone: 1,
    })
  })

  test('rows are kept free from the first frame, and the match has an edge where colours are forced', async () => {
    await product.open('/', {}, () => new Promise(() => {}))
    await waitFor(async () => expect(await product.page.locator('.ink-bones').count()).toBe(3 + 5 + 3))
    await product.open('/')
    await product.ready()
    await product.page.emulateMedia({ forcedColors: 'active' })
    expect(await product.style('.ink-meter', 'border-top-width')).toBe('1px')
  })
})
