import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { putPromiseHost } from './promise-host.ts'
import { type PromiseComponents, PromiseTree } from './promise-tree.tsx'

/** A page of React components for the tests of the promises. `scriptUrl` is the page script's `import.meta.url`. */
export function mountPromisePage(scriptUrl: string, components: PromiseComponents): void {
  putPromiseHost(scriptUrl, ({ place, getToken, accept }) => {
    const root = createRoot(place)
    return (page) => flushSync(() => root.render(<PromiseTree {...page} {...{ getToken, accept, components }} />))
  })
}
