import { type PromiseHostParts, type PromisePage, putPromiseHost } from '@inkling/widget-kit/testing/promise-host'
import type { HostElement } from '../element/mounted.ts'

type AcceptEvent = CustomEvent<{ item: unknown; respondWith(response: (() => void) | Promise<never>): void }>

/** A page of elements for the tests of the promises: what somebody without React would write. */
putPromiseHost(import.meta.url, ({ name, place, getToken, accept }) => {
  place.addEventListener('inkling:accept', (event) => {
    const { item, respondWith } = (event as AcceptEvent).detail
    try {
      const undo = accept(item)
      if (undo) respondWith(undo)
      else event.preventDefault()
    } catch (error) {
      respondWith(Promise.reject(error))
    }
  })
  return (page) => {
    while (place.children.length > page.widgets.length) place.lastElementChild?.remove()
    for (const index of page.widgets.keys()) showAt(index, page, { name, place, getToken })
  }
})

type Place = Pick<PromiseHostParts, 'name' | 'place' | 'getToken'>

/** An element that is there already and asks the same suggestion stays, and gets the context anew. */
function showAt(index: number, { widgets, theme, consent }: PromisePage, { name, place, getToken }: Place): void {
  const { suggestion, context } = widgets[index]!
  const kebab = suggestion.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const present = place.children[index]
  const stays = present?.getAttribute('suggestion') === kebab
  const element = (stays ? present : document.createElement(name === 'host' ? 'inkling-suggestions' : `inkling-${name}`)) as HostElement
  const attributes = { product: 'coocook', suggestion: kebab, theme: theme ?? 'auto', consent: consent ?? 'granted' }
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
  Object.assign(element, { context, getToken })
  if (stays) return
  element.append(Object.assign(document.createElement('p'), { className: 'own', textContent: "The host's own words" }))
  if (present) present.replaceWith(element)
  else place.append(element)
}
