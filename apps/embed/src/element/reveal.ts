import { takePlace } from './take-place.ts'

/**
 * Decides what the element shows: the host's own children until there is an answer, then the card, in the place that the children had. Without
 * children the card is there from the start.
 */
export function reveal(element: Element, frame: HTMLElement, slot: HTMLSlotElement): () => void {
  let revealed = false

  const update = () => {
    const card = frame.querySelector<HTMLElement>('.ink-root')
    const answered = card && card.dataset.status !== 'failed' && card.querySelector('.ink-item')
    const show = () => {
      frame.hidden = !card || !revealed
      slot.hidden = !frame.hidden
    }
    if (card && !revealed && !hasContent(slot)) revealed = true
    // Somebody who is about to use the host's own content is not interrupted.
    if (answered && !revealed && !isInUse(element)) {
      revealed = true
      takePlace(element, frame, show)
    } else show()
  }

  const observer = new MutationObserver(update)
  observer.observe(frame, { childList: true, subtree: true, attributeFilter: ['data-status'] })
  slot.addEventListener('slotchange', update)
  element.addEventListener('focusout', update)
  update()
  return () => {
    observer.disconnect()
    slot.removeEventListener('slotchange', update)
    element.removeEventListener('focusout', update)
    slot.hidden = false
  }
}

const hasContent = (slot: HTMLSlotElement) => slot.assignedNodes().some((node) => node instanceof Element || node.textContent?.trim())

function isInUse(element: Element): boolean {
  const { activeElement } = element.getRootNode() as Document | ShadowRoot
  return activeElement !== element && element.contains(activeElement)
}
