import { fileURLToPath } from 'node:url'
import {
  browserMissing,
  buildPage,
  type InklingTestServer,
  openBrowser,
  pageDocument,
  startInklingTestServer,
} from '@inkling/widget-kit/testing'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { HostPageRecord } from './testing/host-page.tsx'
import { HostTree } from './testing/host-tree.tsx'
import { sampleItems, streamSample } from './testing/sample-answers.ts'

declare global {
  var host: HostPageRecord
  var shift: number
}

/** Polls; the machine may be busy with other tests. */
const waitFor = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 20 })

const names = Object.keys(sampleItems) as (keyof typeof sampleItems)[]
const itemCount = Object.values(sampleItems).flat().length

describe.skipIf(browserMissing())('the three widgets on a page of their product', () => {
  let server: InklingTestServer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let problems: string[]
  let pause: () => Promise<void>

  beforeAll(async () => {
    const files = await buildPage(fileURLToPath(new URL('./testing/host-page.tsx', import.meta.url)))
    const html = renderToString(createElement(HostTree, { onAccept: () => false, onEdit: () => {} }))
    server = await startInklingTestServer({
      pages: { ...files, '/': pageDocument(), '/ko': pageDocument({ language: 'ko-KR' }), '/rendered': pageDocument({ html }) },
      answers: Object.fromEntries(names.map((name) => [name, () => streamSample(name, () => pause())])),
    })
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  afterEach(async () => {
    await context.close()
    expect(problems).toEqual([])
  })

  const open = async (path: string, options: BrowserContextOptions = {}, pauseBetweenItems: () => Promise<void> = async () => {}) => {
    pause = pauseBetweenItems
    problems = []
    server.asked.length = 0
    server.trpcRequests.length = 0
    server.feedback.clear()
    context = await browser.newContext({ viewport: { width: 800, height: 1500 }, reducedMotion: 'reduce', ...options })
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
    page.on('pageerror', ({ message }) => problems.push(message))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
    })
    await page.addInitScript(() => {
      globalThis.shift = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ('value' in entry) shift += Number(entry.value)
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(server.origin + path)
  }
  const ready = () => waitFor(async () => expect(await page.locator('[data-status=ready]').count()).toBe(3))
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const style = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)

  test('three widgets share one request, and a name stays in the browser', async () => {
    await open('/')
    await ready()
    expect(server.trpcRequests).toEqual([`POST /trpc/${names.map((name) => `suggestStream.${name}`).join(',')}?batch=1`])
    expect(JSON.stringify(server.asked)).not.toContain('Mina')
    expect(server.asked.find(({ name }) => name === 'coocook.chefRecommendation')?.context).toMatchObject({
      budgetUsd: 400,
      partySize: 6,
      chefs: [{ id: 'chef-17', cuisines: ['korean', 'japanese'], priceBand: 'standard', rating: 4.9, tags: ['vegetarian'] }, {}, {}, {}],
    })
    const text = await page.locator('main').innerText()
    for (const part of ['Mina Park', '94% match', 'chef-8', '★ 4.7 · $$$', 'On arrival', '+2 h 30 min', 'Plate 6', 'Dessert'])
      expect(text).toContain(part)
  })

  test("a review shows the guest's own words, and what is edited is what is used", async () => {
    await open('/')
    await ready()
    expect(await page.locator('main').innerText()).toContain('reach me at ana@example.com for photos')
    await button('Edit: The food').click()
    await page.getByRole('textbox').fill('Superb risotto.')
    await button('Save').click()
    await button('Use: The food').click()
    await button('Undo: The food').click()
    await button('Choose: Mina Park').click()
    await waitFor(async () => expect(await page.locator('.ink-done').count()).toBe(1))
    expect(await page.evaluate(() => host)).toEqual({
      accepted: [{ heading: 'The food', body: 'Superb risotto.' }, sampleItems['coocook.chefRecommendation'][0]],
      edited: [{ heading: 'The food', body: 'Superb risotto.' }],
      undone: 1,
    })
  })

  test.each([800, 320])('items that stream in move nothing, at %i pixels', async (width) => {
    let release: (() => void)[] = []
    await open(
      '/',
      { viewport: { width, height: 1500 }, reducedMotion: 'no-preference' },
      () => new Promise((resolve) => release.push(resolve)),
    )
    await waitFor(() => expect(release).toHaveLength(3))
    const below = await page.locator('#below').evaluate((element) => element.getBoundingClientRect().top)
    while ((await page.locator('[data-status=ready]').count()) < 3) {
      const now = release
      release = []
      for (const resume of now) resume()
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    }
    expect(await page.locator('.ink-item').count()).toBe(itemCount)
    expect(await page.locator('#below').evaluate((element) => element.getBoundingClientRect().top)).toBe(below)
    expect(await page.evaluate(() => shift)).toBeLessThanOrEqual(0.01)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  })

  test('what a server has rendered is taken over without a warning', async () => {
    await open('/rendered', {}, () => new Promise(() => {}))
    expect(await page.locator('.ink-bones').count()).toBe(3 + 5 + 3)
    await open('/rendered')
    await ready()
    expect(await page.locator('.ink-item').count()).toBe(itemCount)
  })

  test('a Korean page gets Korean widgets', async () => {
    await open('/ko')
    await ready()
    expect(await page.locator('.ink-title').allInnerTexts()).toEqual(['오늘 저녁에 어울리는 셰프', '상차림에 어울리는 메뉴', '후기 초안'])
    const text = await page.locator('main').innerText()
    for (const part of ['94% 일치', '도착 직후', '+2시간 30분', 'AI 추천', '4개 모두 보기', '선택', '음료']) expect(text).toContain(part)
    expect(await page.getByRole('status').first().innerText()).toBe('추천 4개가 준비되었습니다')
  })

  test('colours follow the system, and the page where it says so', async () => {
    await open('/', { colorScheme: 'dark' })
    await ready()
    const dark = await style('.ink-root', 'background-color')
    expect(dark).toBe('rgb(22, 24, 31)')
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'))
    expect(await style('.ink-root', 'background-color')).toBe('rgb(255, 255, 255)')
    await page.emulateMedia({ forcedColors: 'active' })
    expect(await style('.ink-meter', 'border-top-width')).toBe('1px')
  })

  test.each(['light', 'dark'] as const)('every text stands out from its ground: %s', async (colorScheme) => {
    await open('/', { colorScheme })
    await ready()
    const faint = await page.evaluate(() => {
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D
      /** Red, green, blue as the browser paints `layers` over each other. */
      const paint = (layers: string[]) => {
        for (const layer of layers) {
          canvas.fillStyle = layer
          canvas.fillRect(0, 0, 1, 1)
        }
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
      }
      // Relative luminance and contrast as WCAG 2.2 defines them.
      const luminance = (rgb: number[]) => {
        const [red = 0, green = 0, blue = 0] = rgb.map((part) =>
          part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
      }
      const found: string[] = []
      for (const element of document.querySelectorAll<HTMLElement>('.ink-root :not(.ink-quiet)')) {
        const text = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
        if (!text) continue
        const grounds: string[] = []
        for (let at: Element | null = element; at; at = at.parentElement) grounds.unshift(getComputedStyle(at).backgroundColor)
        const ground = luminance(paint(grounds))
        const ink = luminance(paint([...grounds, getComputedStyle(element).color]))
        const contrast = (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05)
        if (contrast < 4.5) found.push(`${element.className} ${contrast.toFixed(2)} ${element.textContent}`)
      }
      return found
    })
    expect(faint).toEqual([])
  })
})
