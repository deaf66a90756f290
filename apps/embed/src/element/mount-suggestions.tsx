import styles from '@inkling/widget-kit/styles.css?inline'
import { createRoot } from 'react-dom/client'
import { Card, fail, type SuggestionComponent } from './card.tsx'
import { dispatchEvent } from './element-events.ts'
import frameStyles from './frame.css?inline'
import type { HostElement, Mounted } from './mounted.ts'
import { type ElementSettings, readSettings } from './read-settings.ts'
import { reveal } from './reveal.ts'
import { watchPage } from './watch-page.ts'

/** A constructed sheet: a policy that forbids inline styles lets it pass. */
export function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}

const kitSheet = sheetOf(styles + frameStyles)

interface ProductWidgets {
  sheet: CSSStyleSheet
  components: Readonly<Record<string, SuggestionComponent>>
}

/** Puts one of a product's components, by its name in kebab-case, into the element as soon as the page has set what it needs. */
export function mountSuggestions({ sheet, components }: ProductWidgets, element: HostElement, root: ShadowRoot, home: string): Mounted {
  const frame = Object.assign(document.createElement('div'), { className: 'frame', hidden: true })
  const slot = root.querySelector('slot') as HTMLSlotElement
  root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, kitSheet, sheet])]
  root.prepend(frame)
  const view = createRoot(frame)
  let refresh = () => {}
  let problem = ''
  let lostConnection = false

  const settle = (): ElementSettings | undefined => {
    try {
      const settings = readSettings(element, home)
      if (!Object.hasOwn(components, settings.suggestion))
        throw new TypeError(`suggestion: one of ${Object.keys(components).join(', ')} was expected`)
      problem = ''
      return settings
    } catch (error) {
      // Once for each problem, however many attributes change meanwhile.
      if (String(error) !== problem) fail(element, error)
      problem = String(error)
      return undefined
    }
  }

  const render = () => {
    const settings = settle()
    const component = settings && components[settings.suggestion]
    if (!component || !settings.context || !settings.getToken) return view.render(null)
    const { context, getToken } = settings
    frame.lang = settings.locale
    view.render(
      <Card
        // Another address for tokens is another user; a function may be new with each render of the page.
        key={`${settings.suggestion} ${settings.endpoint} ${element.getAttribute('token-url')}`}
        {...{ element, component }}
        settings={{ ...settings, context, getToken }}
        onRefresh={(next) => {
          refresh = next
        }}
        onEvent={(event) => {
          lostConnection = event.type === 'failure' && event.code === 'offline'
          dispatchEvent(element, event)
        }}
      />,
    )
  }

  // Attributes are often set one after the other: one render for all of them.
  let waiting = false
  const update = () => {
    if (waiting) return
    waiting = true
    queueMicrotask(() => {
      waiting = false
      if (frame.isConnected) render()
    })
  }

  // The host's own content has no button to try again.
  const onOnline = () => lostConnection && refresh()
  addEventListener('online', onOnline)
  const hide = reveal(element, frame, slot)
  const leavePage = watchPage(update)
  render()
  return {
    update,
    refresh: () => refresh(),
    unmount() {
      removeEventListener('online', onOnline)
      leavePage()
      hide()
      view.unmount()
      frame.remove()
    },
  }
}
