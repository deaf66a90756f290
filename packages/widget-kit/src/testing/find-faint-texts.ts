import type { Page } from 'playwright-core'

/** Texts of the page's widgets whose contrast to what is painted below them is under 4.5 to 1, the least that WCAG 2.2 AA takes. */
export function findFaintTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
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
}
