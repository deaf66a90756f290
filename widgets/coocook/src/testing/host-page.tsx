import '@inkling/widget-kit/styles.css'
import './host-page.css'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { HostTree } from './host-tree.tsx'

export interface HostPageRecord {
  accepted: unknown[]
  edited: unknown[]
  undone: number
}

const host: HostPageRecord = { accepted: [], edited: [], undone: 0 }
Object.assign(window, { host })

const tree = (
  <HostTree
    onEdit={(item) => host.edited.push(item)}
    onAccept={(item) => {
      host.accepted.push(item)
      return () => {
        host.undone++
      }
    }}
  />
)
const root = document.getElementById('root') as HTMLElement
if (root.hasChildNodes()) hydrateRoot(root, tree)
else createRoot(root).render(tree)
