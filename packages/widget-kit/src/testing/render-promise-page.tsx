import { renderToString } from 'react-dom/server'
import type { PromiseWidget } from './promise-host.ts'
import { type PromiseComponents, PromiseTree } from './promise-tree.tsx'

/** The same page as a server renders it. */
export function renderPromisePage(components: PromiseComponents, widgets: readonly PromiseWidget[]): string {
  return renderToString(<PromiseTree {...{ widgets, components }} getToken={() => Promise.resolve('')} accept={() => false} />)
}
