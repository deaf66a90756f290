import { browserMissing } from '@inkling/widget-kit/testing'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type ElementTest, menuContext, menuElement, reviewElement, startElementTest } from './testing/element-test.ts'
import { currentRelease, loaderIntegrity } from './testing/published-files.ts'

/** Polls; the machine may be busy with other tests. */
const waitFor = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 20 })

const loader = '<script async src="{script}inkling.js"></script>'
const fallback = '<p>Our five favourite dishes</p>'
const far = '<div class="far"></div>'
const style = '.far { height: 4000px } .tall { height: 420px } body { margin: 0; font: 20px/2 Georgia }'

const pages: Record<string, { body: string; style?: string }> = {
  '/plain': { body: `${loader}${menuElement()}` },
  '/module': { body: `<script type="module" src="{script}inkling.js"></script>${menuElement()}` },
  '/pinned': {
    body: `<script async src="{script}${currentRelease}/inkling.js" integrity="${loaderIntegrity}" crossorigin></script>${menuElement()}`,
  },
  '/two': { body: `${loader}${menuElement()}${reviewElement()}` },
  '/far': { body: `${loader}${far}${menuElement()}`, style },
  '/consent': {
    body: `${loader}${menuElement('consent="none"')}${reviewElement('telemetry="off"')}`,
  },
  '/bare': { body: `${loader}<inkling-suggestions product="coocook" suggestion="menu-curation"></inkling-suggestions>` },
  '/versions': {
    body: `<script src="{script}inkling.js"></script>
      <script src="{script}0000000other/inkling.js"></script>
      <script src="{script}0000000other/inkling.js" data-element="inkling-next"></script>
      ${menuElement()}${menuElement().replaceAll('inkling-suggestions', 'inkling-next')}`,
  },
  '/wrong': {
    body: `${loader}${menuElement('id="product" product="shop"').replace('product="coocook"', '')}
      ${menuElement('id="suggestion"').replace('menu-curation', 'menus')}
      ${menuElement('id="json"').replace('{', '')}
      <inkling-suggestions id="fields" product="coocook" suggestion="chef-recommendation" token-url="/token" context='{"partySize":4}'>${fallback}</inkling-suggestions>`,
  },
}

describe.skipIf(browserMissing())('the element', () => {
  let set: ElementTest
  let expected: RegExp | undefined

  beforeAll(async () => {
    set = await startElementTest((path) => pages[path] ?? { body: '' })
  })
  afterAll(() => set?.close())
  afterEach(async () => {
    await set.leave()
    // A violation of the policy, an error, a warning: a page hears of none, except where a test expects it.
    expect(set.problems.filter((problem) => !expected?.test(problem))).toEqual([])
    expected = undefined
  })

  const ready = (page: Page, count = 1) => waitFor(async () => expect(await page.locator('[data-status=ready]').count()).toBe(count))
  const events = (page: Page, type: string) => page.evaluate((wanted) => seen.filter((event) => event.type === wanted), type)

  test.each(['/plain', '/module', '/pinned'])('a tag and an attribute are all that %s needs, below the strictest policy', async (path) => {
    const page = await set.open(path)
    await ready(page)
    expect(await page.getByText('Mushroom risotto').isVisible()).toBe(true)
    expect(set.inkling.asked).toMatchObject([{ name: 'coocook.menuCuration', context: menuContext, token: 'of-the-page' }])
    expect(set.loaded.toSorted()).toEqual(
      [
        path === '/pinned' ? `${currentRelease}/inkling.js` : 'inkling.js',
        `${currentRelease}/kit.js`,
        `${currentRelease}/coocook.js`,
      ].toSorted(),
    )
    expect(await events(page, 'answer')).toMatchObject([{ detail: { suggestion: 'menuCuration', items: 5, meta: { source: 'claude' } } }])
  })

  test('all elements of a page share one token and one stream, and each says its own', async () => {
    const page = await set.open('/two')
    await ready(page, 2)
    expect([set.inkling.trpcRequests.length, set.host.tokens]).toEqual([1, 1])
    const heard = await page.evaluate(async () => {
      const [menu, review] = document.querySelectorAll<HTMLElement & { refresh(): void }>('inkling-suggestions')
      const heard: string[] = []
      for (const [name, element] of [
        ['menu', menu],
        ['review', review],
      ] as const)
        element?.addEventListener('inkling:answer', (event) => heard.push(`${name}: ${(event as CustomEvent).detail.suggestion}`))
      review?.refresh()
      while (heard.length === 0) await new Promise(requestAnimationFrame)
      menu?.refresh()
      while (heard.length === 1) await new Promise(requestAnimationFrame)
      return heard
    })
    expect(heard).toEqual(['review: reviewTemplate', 'menu: menuCuration'])
  })

  test('nothing is loaded and nothing asked for an element that nobody comes near', async () => {
    const page = await set.open('/far')
    await waitFor(() => expect(set.loaded).toEqual(['inkling.js']))
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
    expect([set.loaded, set.inkling.asked]).toEqual([['inkling.js'], []])
    await page.mouse.wheel(0, 3400)
    await ready(page)
    expect(set.inkling.asked).toHaveLength(1)
  })

  test('what the page sets before the upgrade counts, and the element waits for what it sets later', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const page = await set.open('/bare', {
      beforeLoad: (page) => page.route('**/inkling.js', (route) => held.then(() => route.continue())),
    })
    await page.evaluate((context) => Object.assign(document.querySelector('inkling-suggestions') ?? {}, { context }), menuContext)
    release()
    await page.evaluate(() => customElements.whenDefined('inkling-suggestions'))
    await waitFor(() => expect(set.loaded).toContain(`${currentRelease}/coocook.js`))
    expect(set.inkling.asked).toEqual([])
    await page.evaluate(() => {
      const element = document.querySelector('inkling-suggestions')
      if (Object.hasOwn(element ?? {}, 'context')) throw new Error('the property still hides the accessor')
      Object.assign(element ?? {}, { getToken: async () => 'late' })
    })
    await ready(page)
    expect(set.inkling.asked).toMatchObject([{ context: menuContext, token: 'late' }])
  })

  test('without consent the question says so and no event leaves; without telemetry only what the user does', async () => {
    const page = await set.open('/consent', { viewport: { width: 800, height: 1600 } })
    await ready(page, 2)
    const consents = Object.fromEntries(set.inkling.asked.map(({ name, consent }) => [name, consent]))
    expect(consents).toEqual({ 'coocook.menuCuration': 'none', 'coocook.reviewTemplate': undefined })
    await page.getByRole('button', { name: 'Hide: Focaccia' }).click()
    await page.getByRole('button', { name: 'Hide: The food' }).click()
    await waitFor(() => expect([...set.inkling.feedback.values()].map(({ type }) => type)).toEqual(['dismiss']))
  })

  test('a changed context asks anew, an equal one does not', async () => {
    const page = await set.open('/plain')
    await ready(page)
    const setContext = (context: unknown) =>
      page.evaluate((value) => document.querySelector('inkling-suggestions')?.setAttribute('context', JSON.stringify(value)), context)
    await setContext(Object.fromEntries(Object.entries(menuContext).reverse()))
    await setContext({ ...menuContext, guests: 8 })
    await waitFor(() => expect(set.inkling.asked).toHaveLength(2))
    await ready(page)
    expect(set.inkling.asked[1]?.context).toMatchObject({ guests: 8 })
  })

  test('another address for tokens is another user: the element begins anew', async () => {
    const page = await set.open('/plain')
    await ready(page)
    await page.evaluate(() => document.querySelector('inkling-suggestions')?.setAttribute('token-url', '/token?user=2'))
    await waitFor(() => expect([set.inkling.asked.length, set.host.tokens]).toEqual([2, 2]))
    await ready(page)
  })

  test('two versions on one page: the first keeps its name, a name of its own makes room for the other, files stay apart', async () => {
    const page = await set.open('/versions')
    await ready(page, 2)
    expect(set.loaded.filter((name) => name.endsWith('kit.js')).toSorted()).toEqual(
      ['0000000other/kit.js', `${currentRelease}/kit.js`].toSorted(),
    )
    expect(await page.evaluate(() => customElements.get('inkling-suggestions') === customElements.get('inkling-next'))).toBe(false)
  })

  test('an altered file does not run: the page keeps its own content and hears why', async () => {
    expected = /integrity/
    const page = await set.open('/plain', {
      beforeLoad: (page) =>
        page.route('**/coocook.js', (route) =>
          route.fulfill({
            contentType: 'text/javascript',
            headers: { 'access-control-allow-origin': '*' },
            body: 'globalThis.altered = true',
          }),
        ),
    })
    await waitFor(async () =>
      expect(await events(page, 'failure')).toMatchObject([{ detail: { code: 'unavailable', product: 'coocook' } }]),
    )
    expect(await page.evaluate(() => 'altered' in globalThis)).toBe(false)
  })

  test('a mistake of the page names the attribute and what belongs there, and leaves the fallback', async () => {
    expected = /<inkling-suggestions product=/
    const page = await set.open('/wrong')
    await waitFor(async () => expect(await events(page, 'failure')).toHaveLength(4))
    const messages = (await events(page, 'failure')).map(({ detail }) => (detail as { message: string }).message).join('\n')
    for (const part of ['the product is one of', 'suggestion: one of chef-recommendation, menu-curation', 'context: this is not JSON'])
      expect(messages).toContain(part)
    expect(await page.getByText('Our five favourite dishes').isVisible()).toBe(true)
    expect(set.problems.length).toBeGreaterThanOrEqual(4)
  })

  test('an element may be moved, taken out, and put back', async () => {
    const page = await set.open('/plain')
    await ready(page)
    await page.getByRole('button', { name: 'Hide: Focaccia' }).click()
    await page.evaluate(() => {
      const element = document.querySelector('inkling-suggestions') as HTMLElement
      document.body.append(document.createElement('main'))
      document.querySelector('main')?.append(element)
    })
    expect(await page.getByRole('button', { name: 'Undo: Focaccia' }).isVisible()).toBe(true)
    await page.evaluate(() => {
      const element = document.querySelector('inkling-suggestions') as HTMLElement
      Object.assign(globalThis, { element })
      element.remove()
    })
    await page.evaluate(() => new Promise(requestAnimationFrame))
    expect(await page.evaluate(() => (globalThis as unknown as { element: Element }).element.shadowRoot?.querySelector('.frame'))).toBe(
      null,
    )
    await page.evaluate(() => document.body.append((globalThis as unknown as { element: Element }).element))
    await ready(page)
    expect(await page.getByText('Mushroom risotto').count()).toBe(1)
  })
})
