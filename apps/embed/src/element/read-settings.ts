import type { GetToken, InklingProviderProps } from '@inkling/widget-kit'
import { ancestors } from './ancestors.ts'
import type { HostElement } from './mounted.ts'
import { tokenFrom } from './token-from.ts'

export interface ElementSettings {
  suggestion: string
  /** Undefined until the page has set it. */
  context: Record<string, unknown> | undefined
  /** Undefined until the page has set it. */
  getToken: GetToken | undefined
  endpoint: string
  locale: 'en' | 'ko'
  theme: NonNullable<InklingProviderProps['theme']>
  telemetry: boolean
  consent: NonNullable<InklingProviderProps['consent']>
  title: string | undefined
}

const themes = ['auto', 'light', 'dark', 'host'] as const

/** Reads attributes and properties; a property wins. Throws a TypeError that names the attribute which cannot be read. */
export function readSettings(element: HostElement, home: string): ElementSettings {
  const attribute = (name: string) => element.getAttribute(name) ?? undefined
  const tokenUrl = attribute('token-url')
  const theme = themes.find((name) => name === attribute('theme')) ?? 'auto'
  return {
    suggestion: attribute('suggestion') ?? '',
    context: readContext(element.context ?? attribute('context')),
    getToken: element.getToken ?? (tokenUrl === undefined ? undefined : tokenFrom(new URL(tokenUrl, document.baseURI).href)),
    // Written alike, so that all elements of a server share a connection.
    endpoint: new URL(attribute('endpoint') ?? home, document.baseURI).href.replace(/\/+$/, ''),
    locale: (attribute('locale') ?? nearest(element, 'lang'))?.startsWith('ko') ? 'ko' : 'en',
    // Rules of the page for `data-theme` do not reach into a shadow root.
    theme: theme === 'auto' ? (themes.find((name) => name === nearest(element, 'data-theme')) ?? 'auto') : theme,
    telemetry: !['off', 'false'].includes(attribute('telemetry') ?? ''),
    consent: attribute('consent') === 'none' ? 'none' : 'granted',
    title: attribute('title-text'),
  }
}

function readContext(context: unknown): ElementSettings['context'] {
  if (context === undefined || context === null) return undefined
  const value = typeof context === 'string' ? parse(context) : context
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('context: an object was expected')
  return value as Record<string, unknown>
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new TypeError('context: this is not JSON. In an attribute, write quotes as &quot; or put the attribute in single quotes')
  }
}

/** The attribute's value on the closest element that has it, out of shadow roots as well. */
function nearest(element: Element, attribute: string): string | undefined {
  for (const ancestor of ancestors(element)) if (ancestor.hasAttribute(attribute)) return ancestor.getAttribute(attribute) ?? undefined
  return undefined
}
