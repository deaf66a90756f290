import { describe, expect, test } from 'vitest'
import { findFaintTexts } from './find-faint-texts.ts'
import { type ProductPage, waitFor } from './product-page.ts'
import type { SampleAnswers } from './stream-sample.ts'

export interface ProductPromises {
  product: ProductPage
  samples: SampleAnswers
  /** What the host passes and must never be sent. */
  secrets: readonly string[]
  /** Texts that the page shows once all answers are there, in each language. */
  english: readonly string[]
  korean: readonly string[]
}

/** What holds for the widgets of every product, whatever they show. The page's last element is `#below`. */
export function describeProductPage({ product, samples, secrets, english, korean }: ProductPromises): void {
  const names = Object.keys(samples)
  const itemCount = Object.values(samples).reduce((sum, { items }) => sum + items.length, 0)
  const below = () => product.page.locator('#below').evaluate((element) => element.getBoundingClientRect().top)
  const mainText = async () => (await product.page.locator('main').allInnerTexts()).join()

  describe('as every product', () => {
    test('its widgets share one request, which holds only what may leave the page', async () => {
      await product.open('/')
      await product.ready()
      expect(product.server.trpcRequests).toEqual([`POST /trpc/${names.map((name) => `suggestStream.${name}`).join(',')}?batch=1`])
      const sent = JSON.stringify(product.server.asked)
      for (const secret of secrets) {
        expect(await mainText()).toContain(secret)
        expect(sent).not.toContain(secret)
      }
      for (const part of english) expect(await mainText()).toContain(part)
    })

    test('a Korean page gets Korean widgets', async () => {
      await product.open('/ko')
      await product.ready()
      for (const part of ['AI 추천', ...korean]) expect(await mainText()).toContain(part)
    })

    test.each([800, 320])('items that stream in move nothing, at %i pixels', async (width) => {
      let release: (() => void)[] = []
      const pause = () => new Promise<void>((resolve) => release.push(resolve))
      await product.open('/', { viewport: { width, height: 1500 }, reducedMotion: 'no-preference' }, pause)
      await waitFor(() => expect(release).toHaveLength(names.length))
      const { page } = product
      const before = await below()
      while ((await page.locator('[data-status=ready]').count()) < names.length) {
        const now = release
        release = []
        for (const resume of now) resume()
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
      }
      expect(await page.locator('.ink-item').count()).toBe(itemCount)
      expect(await below()).toBe(before)
      expect(await page.evaluate(() => shift)).toBeLessThanOrEqual(0.01)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    })

    test('what a server has rendered is taken over without a warning, and carries no style attribute', async () => {
      await product.open('/rendered', {}, () => new Promise(() => {}))
      expect(await product.page.locator('.ink-bones').count()).toBeGreaterThan(0)
      const markup = await (await fetch(`${product.server.origin}/rendered`)).text()
      expect(markup).toContain('ink-root')
      expect(markup).not.toContain('style=')
      await product.open('/rendered')
      await product.ready()
      expect(await product.page.locator('.ink-item').count()).toBe(itemCount)
      expect(await product.page.evaluate(() => reactVersion)).toMatch(process.env.INKLING_TEST_REACT === '18' ? /^18\.2\./ : /^19\./)
    })

    test('colours follow the system, and the page where it says so', async () => {
      await product.open('/', { colorScheme: 'dark' })
      await product.ready()
      expect(await product.style('.ink-root', 'background-color')).toBe('rgb(22, 24, 31)')
      await product.page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'))
      expect(await product.style('.ink-root', 'background-color')).toBe('rgb(255, 255, 255)')
    })

    test.each(['light', 'dark'] as const)('every text stands out from its ground: %s', async (colorScheme) => {
      await product.open('/', { colorScheme })
      await product.ready()
      expect(await findFaintTexts(product.page)).toEqual([])
    })
  })
}
