import '../styles.css'
import { mountPromisePage } from '@inkling/widget-kit/testing/mount-promise-page'
import { promiseComponents } from './promise-components.ts'

mountPromisePage(import.meta.url, promiseComponents)
