import type { PromiseWidget } from '@inkling/widget-kit/testing/promise-host'
import { renderPromisePage } from '@inkling/widget-kit/testing/render-promise-page'
import { promiseComponents } from './promise-components.ts'

/** HTML of the widgets, rendered by a server. */
export const renderWidgets = (widgets: readonly PromiseWidget[]) => renderPromisePage(promiseComponents, widgets)
