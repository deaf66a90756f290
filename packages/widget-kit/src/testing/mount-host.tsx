import './host-page.css'
import { type ComponentType, StrictMode, version } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import type { AcceptResult } from '../index.ts'

/** What a page does with its widgets' items. */
export interface HostTreeProps {
  onAccept: (item: unknown) => AcceptResult
  onEdit: (item: unknown) => void
}

/** What a test finds as `host` in the page's window. */
export interface HostPageRecord {
  accepted: unknown[]
  edited: unknown[]
  undone: number
}

/** Shows the page, or takes over what a server has rendered, and records what the widgets hand to it. */
export function mountHost(Tree: ComponentType<HostTreeProps>): void {
  const host: HostPageRecord = { accepted: [], edited: [], undone: 0 }
  Object.assign(window, { host, reactVersion: version })
  const onAccept = (item: unknown) => {
    host.accepted.push(item)
    return () => {
      host.undone++
    }
  }
  const tree = (
    <StrictMode>
      <Tree onAccept={onAccept} onEdit={(item) => host.edited.push(item)} />
    </StrictMode>
  )
  const root = document.getElementById('root') as HTMLElement
  if (root.hasChildNodes()) hydrateRoot(root, tree)
  else createRoot(root).render(tree)
}
