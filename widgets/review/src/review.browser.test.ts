import { browserMissing } from '@inkling/widget-kit/testing'
import { describeProductPage } from '@inkling/widget-kit/testing/describe-product-page'
import { prepareProductPage, waitFor } from '@inkling/widget-kit/testing/product-page'
import { describe, expect, test } from 'vitest'
import { sampleAnswers } from './testing/sample-answers.ts'

describe.skipIf(browserMissing())("the three widgets on a page of Review's", () => {
  const product = prepareProductPage({
    hostPage: new URL('./testing/host-page.tsx', import.meta.url),
    samples: sampleAnswers,
  })

  describeProductPage({
    product,
    samples: sampleAnswers,
    secrets: ['Seoyeon Han'],
    english: [
      '48% · $5,760',
      '75% planned · $9,000 · reserve $3,000',
      'Paid Boost',
      '310K reach',
      '6.1% engagement',
      'inf-377',
      'First post',
    ],
    korean: [
      ...['캠페인 전략 초안', '캠페인에 맞는 인플루언서', '크리에이터 브리프 초안', '48% · 5,760달러', '예비 3,000달러'],
      ...['도달 31만', '참여율 6.1%', '계획에 추가', '후보에 추가', '광고 확장'],
    ],
  })

  test('what is asked is what the page has entered, without what it shows only', async () => {
    await product.open('/')
    await product.ready()
    const asked = Object.fromEntries(product.server.asked.map(({ name, context }) => [name, context]))
    expect(asked['review.influencerMatching']).toEqual({
      brandVoice: 'warm',
      audience: 'young-professionals',
      influencers: [
        { id: 'inf-203', niche: 'Morning routines', reach: 22_500, engagementRate: 6.1 },
        ...['inf-118', 'inf-042', 'inf-377'].map((id) => expect.objectContaining({ id })),
      ],
    })
    expect(asked['review.campaignStrategy']).toEqual({
      productCategory: 'skincare',
      budgetUsd: 12_000,
      goal: 'sales',
      audience: 'young-professionals',
    })
  })

  test('a part that is hidden gives its share back to the reserve', async () => {
    await product.open('/')
    await product.ready()
    const { page, button } = product
    expect(await page.locator('.ink-budget-bar [data-part]').count()).toBe(4)
    await button('Hide: Eight small voices, one large').click()
    await waitFor(async () => expect(await page.locator('.ink-budget').innerText()).toContain('27% planned · $3,240 · reserve $8,760'))
    expect(await page.locator('.ink-budget-bar [data-part]').count()).toBe(3)
  })

  test('people stand in the order of their rank, which is said to those who do not see it', async () => {
    await product.open('/')
    await product.ready()
    const people = product.page.locator('[data-layout=people] .ink-item')
    expect(await people.locator('.ink-name').allInnerTexts()).toEqual(['Seoyeon Han', 'Marcus Bell', 'Inés Ortega', 'inf-377'])
    expect(await people.first().getByRole('img', { name: 'Rank 1' }).count()).toBe(1)
  })

  test("a brief shows the brand's own words, its points and its gaps, and what is edited is what is used", async () => {
    await product.open('/')
    await product.ready()
    const { page, button } = product
    const brief = page.locator('[data-layout=brief]')
    expect(await brief.innerText()).toContain('Questions: ana@example.com')
    expect(await brief.locator('.ink-brief-gap').allInnerTexts()).toEqual(['[fee]'])
    expect(await brief.locator('.ink-brief-point').count()).toBe(8)
    await button('Edit: What you deliver').click()
    await page.getByRole('textbox').fill('- 1 Instagram Reel')
    await button('Save').click()
    await button('Use: What you deliver').click()
    await button('Undo: What you deliver').click()
    await button('Shortlist: Marcus Bell').click()
    await waitFor(async () => expect(await page.locator('.ink-done').count()).toBe(1))
    const edited = { section: 'deliverables', heading: 'What you deliver', body: '- 1 Instagram Reel' }
    expect(await page.evaluate(() => host)).toEqual({
      accepted: [edited, sampleAnswers['review.influencerMatching'].items[1]],
      edited: [edited],
      undone: 1,
    })
  })

  test('from right to left the bar and the ranks turn with the page, at 320 pixels', async () => {
    await product.open('/', { viewport: { width: 320, height: 1500 } })
    await product.ready()
    const { page } = product
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
    expect(await product.style('.ink-budget-bar', 'transform')).toBe('matrix(-1, 0, 0, 1, 0, 0)')
    const rank = await page.locator('.ink-person-rank').first().boundingBox()
    const name = await page.locator('[data-layout=people] .ink-name').first().boundingBox()
    expect(rank?.x).toBeGreaterThan(name?.x ?? 0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })

  test('budget and ranks keep an edge where colours are forced', async () => {
    await product.open('/', { forcedColors: 'active' })
    await product.ready()
    for (const selector of ['.ink-budget-bar', '.ink-person-rank']) expect(await product.style(selector, 'border-top-width')).toBe('1px')
  })
})
