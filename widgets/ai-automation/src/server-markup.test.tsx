import { describeServerMarkup } from '@inkling/widget-kit/testing'
import { HostTree } from './testing/host-tree.tsx'

describeServerMarkup(() => <HostTree onAccept={() => false} onEdit={() => {}} />)
