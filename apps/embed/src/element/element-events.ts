import type { AcceptResult, InklingEvent, ItemContext } from '@inkling/widget-kit'

/** What a listener of `inkling:accept` may answer: a function that takes the change back, `false`, or a promise of either. */
type Response = AcceptResult | Promise<AcceptResult>

/** Out of every shadow root on its way, so that one listener on the document hears of all elements. */
export function dispatch(element: Element, type: string, detail: unknown, cancelable = false): boolean {
  return element.dispatchEvent(new CustomEvent(`inkling:${type}`, { bubbles: true, composed: true, cancelable, detail }))
}

/** Asks the page to apply an item. `preventDefault()` says that it did not. */
export function dispatchAccept(element: Element, item: unknown, { index, suggestionId }: ItemContext): Response {
  let response: Response
  const respondWith = (value: Response) => {
    response = value
  }
  return dispatch(element, 'accept', { item, index, suggestionId, respondWith }, true) ? response : false
}

/** Tells the page what the widget tells a React host through `onEvent`. */
export function dispatchEvent(element: Element, { type, ...detail }: InklingEvent): void {
  dispatch(element, type, 'event' in detail ? detail.event : detail)
}
