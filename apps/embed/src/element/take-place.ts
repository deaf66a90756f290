// Lower than this, no item of the list would be seen whole: then the card takes the room that it needs.
const smallestList = 96

/** Lets the card stand exactly where the host's own content stood: what is around the element does not move. */
export function takePlace(element: Element, frame: HTMLElement, swap: () => void): void {
  const parent = element.parentElement ?? (element.getRootNode() as ShadowRoot).host
  const before = element.getBoundingClientRect()
  const room = parent?.getBoundingClientRect().height ?? 0
  frame.style.setProperty('--place-height', `${before.height}px`)
  swap()
  if ((frame.querySelector('.ink-body')?.clientHeight ?? 0) < smallestList) {
    frame.style.removeProperty('--place-height')
    return
  }
  // Margins of the content's first and last child reached out of the element: the frame's do the same.
  const keep = (side: 'marginTop' | 'marginBottom', pixels: number) => {
    if (pixels > 0) frame.style[side] = `${pixels}px`
  }
  keep('marginTop', before.top - element.getBoundingClientRect().top)
  keep('marginBottom', room - (parent?.getBoundingClientRect().height ?? 0))
}
