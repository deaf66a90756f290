import '../styles.css'
import { mountHost } from '@inkling/widget-kit/testing/mount-host'
import { HostTree } from './host-tree.tsx'

mountHost(HostTree)
