import { type InklingEvent, InklingProvider, useInkling } from '@inkling/widget-kit'
import { Component, type ComponentType, type ReactNode, useEffect } from 'react'
import { dispatch, dispatchAccept } from './element-events.ts'
import type { HostElement } from './mounted.ts'
import type { ElementSettings } from './read-settings.ts'

/** A widget's component, as the element renders it: the context is its props. */
export type SuggestionComponent = ComponentType<Record<string, unknown>>

interface CardProps {
  element: HostElement
  settings: ElementSettings & { context: Record<string, unknown>; getToken: () => Promise<string> }
  component: SuggestionComponent
  onRefresh: (refresh: () => void) => void
  onEvent: (event: InklingEvent) => void
}

/** One component with its provider; what it says becomes events of the element. */
export function Card({ element, settings, component: Suggestions, onRefresh, onEvent }: CardProps) {
  const { endpoint, getToken, locale, theme, telemetry, consent, context, title } = settings
  return (
    <InklingProvider {...{ endpoint, getToken, locale, theme, telemetry, consent }} onEvent={onEvent}>
      <RefreshHandle onRefresh={onRefresh} />
      <Boundary context={context} onError={(error) => fail(element, error)}>
        <Suggestions
          {...context}
          title={title}
          accepted={element.accepted}
          onAccept={(item: unknown, at: { index: number; suggestionId: string }) => dispatchAccept(element, item, at)}
          onEdit={(item: unknown, at: { index: number; suggestionId: string }) => dispatch(element, 'edit', { item, ...at })}
        />
      </Boundary>
    </InklingProvider>
  )
}

/** Tells the page, and its console, what it has to change. */
export function fail(element: Element, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  const [product, suggestion] = [element.getAttribute('product'), element.getAttribute('suggestion')]
  reportError(new TypeError(`<${element.localName} product="${product}" suggestion="${suggestion}"> ${message}`))
  dispatch(element, 'failure', { product, suggestion, code: 'invalid-input', message })
}

function RefreshHandle({ onRefresh }: Pick<CardProps, 'onRefresh'>) {
  const { refresh } = useInkling()
  useEffect(() => onRefresh(refresh), [onRefresh, refresh])
  return null
}

interface BoundaryProps {
  context: unknown
  onError: (error: unknown) => void
  children: ReactNode
}

/** A context without a field that the component needs leaves the host's own content standing. */
class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false }
  override componentDidCatch(error: unknown) {
    this.setState({ failed: true })
    this.props.onError(error)
  }
  override componentDidUpdate({ context }: BoundaryProps) {
    if (this.state.failed && context !== this.props.context) this.setState({ failed: false })
  }
  override render() {
    return this.state.failed ? null : this.props.children
  }
}
