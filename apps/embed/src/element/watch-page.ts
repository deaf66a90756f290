const watchers = new Set<() => void>()
let observer: MutationObserver | undefined

/** Calls when the page changes its language or its theme, until the returned function is called. One observer serves all elements. */
export function watchPage(onChange: () => void): () => void {
  observer ??= new MutationObserver(() => {
    for (const watcher of watchers) watcher()
  })
  if (watchers.size === 0) observer.observe(document, { subtree: true, attributeFilter: ['data-theme', 'lang'] })
  watchers.add(onChange)
  return () => {
    watchers.delete(onChange)
    if (watchers.size === 0) observer?.disconnect()
  }
}
