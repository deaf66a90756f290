import type { Page } from 'playwright-core'

/** Notes what a page is made of before the first script runs; `readTraces` compares. */
export async function noteBaseline(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const natives = () => {
      const found = new Map<string, unknown>()
      const owners = { window, document, history, console, Array, Object, String, Promise, JSON, Element, HTMLElement, Node, EventTarget }
      for (const [name, owner] of Object.entries({ ...owners, XMLHttpRequest, Event, Storage, Navigator })) {
        for (const target of 'prototype' in owner ? [owner, owner.prototype] : [owner]) {
          for (const [key, { value, get, set }] of Object.entries(Object.getOwnPropertyDescriptors(target))) {
            const isWindowValue = target === window && typeof value !== 'function'
            found.set(`${name}${target === owner ? '' : '.prototype'}.${key}`, isWindowValue ? undefined : (value ?? get ?? set))
          }
        }
      }
      return found
    }
    const before = natives()
    Object.defineProperty(globalThis, 'changedNatives', {
      value: () => {
        const after = natives()
        return [...after.keys()].filter(
          (key) => key !== 'window.changedNatives' && (!before.has(key) || before.get(key) !== after.get(key)),
        )
      },
    })
  })
}

/** What a widget could have left behind outside its own place. */
export function readTraces(page: Page) {
  return page.evaluate(() => ({
    globals: (globalThis as unknown as { changedNatives: () => string[] }).changedNatives(),
    root: document.documentElement.getAttributeNames(),
    body: [document.body.getAttributeNames(), [...document.body.children].map(({ tagName }) => tagName)],
    head: [...document.head.children].map(({ outerHTML }) => outerHTML),
    sheets: document.adoptedStyleSheets.length,
    storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter((key) => !key.startsWith('inkling.')),
    history: [history.length, location.href, document.title],
    scroll: [scrollX, scrollY],
    focus: document.activeElement?.id,
  }))
}

/** Every computed style of the host's own elements but for heights, which follow from what the page holds. */
export function readHostStyles(page: Page) {
  return page.locator('html, body, body :not(main, main *, script)').evaluateAll((elements) =>
    elements.map((element) => {
      const style = getComputedStyle(element)
      const depends = /^(height|block-size|perspective-origin|transform-origin)$/
      const isFrame = element === document.documentElement || element === document.body
      const names = [...style].filter((name) => !(isFrame && depends.test(name)))
      return [element.tagName, ...names.map((name) => `${name}: ${style.getPropertyValue(name)}`)]
    }),
  )
}
