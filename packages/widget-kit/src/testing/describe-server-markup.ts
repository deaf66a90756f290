import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'

/** What holds for every product's host page on a server. */
export function describeServerMarkup(tree: () => ReactNode): void {
  test('a server renders three cards with their rows kept free, and no style attribute', () => {
    const markup = renderToString(tree())
    expect(markup.match(/aria-busy="true"/g)).toHaveLength(3)
    expect(markup).toContain('ink-bones')
    expect(markup).not.toContain('style=')
  })
}
