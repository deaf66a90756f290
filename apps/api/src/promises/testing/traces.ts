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

export interface LookOfElement {
  element: string
  /** Left, top, width, height. */
  box: number[]
  style: Record<string, string>
}

/** One line for each element that looks otherwise, with what is otherwise. */
export function findDifferences(expected: readonly LookOfElement[], found: readonly LookOfElement[]): string[] {
  if (expected.length !== found.length) return [`${found.length} elements instead of ${expected.length}`]
  return expected.flatMap(({ element, box, style }, index) => {
    const other = found[index]!
    const names = Object.keys(style).filter((name) => style[name] !== other.style[name])
    const changes = names.map((name) => `${name}: ${other.style[name]} instead of ${style[name]}`)
    // What is not drawn has its box at the window's corner; a tenth of a pixel is rounding.
    const moved = box.some((length, side) => Math.abs(length - (other.box[side] ?? 0)) > 0.2)
    if (moved && Math.max(...box.slice(2), ...other.box.slice(2)) > 0) changes.unshift(`box: ${other.box} instead of ${box}`)
    return changes.length > 0 ? [`${element} { ${changes.join('; ')} }`] : []
  })
}

/** How a card looks: for each of its elements all computed styles and its box relative to the card. */
export function readLook(page: Page): Promise<LookOfElement[]> {
  return page.locator('.ink-root').evaluate((card) => {
    const frame = card.getBoundingClientRect()
    return [card, ...card.querySelectorAll('*')].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const style = getComputedStyle(element)
      return {
        element: `${element.tagName} ${element.getAttribute('class') ?? ''} ${element.textContent?.slice(0, 20)}`,
        box: [left - frame.left, top - frame.top, width, height].map((length) => Math.round(length * 10) / 10),
        style: Object.fromEntries(
          [...style].filter((name) => name !== '-webkit-locale').map((name) => [name, style.getPropertyValue(name)]),
        ),
      }
    })
  })
}
