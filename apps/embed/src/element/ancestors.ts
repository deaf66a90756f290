/** The element and all above it, out of shadow roots as well. */
export function* ancestors(element: Element): Generator<Element> {
  for (let at: Element | null = element; at; ) {
    yield at
    const root: Node = at.getRootNode()
    at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
  }
}
