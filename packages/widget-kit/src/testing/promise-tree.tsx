import { type ComponentType, StrictMode } from 'react'
import { InklingProvider } from '../index.ts'
import type { PromiseHostParts, PromisePage, PromiseWidget } from './promise-host.ts'

/** Every component takes a context of its own besides what the host gives to all of them. */
export type PromiseComponents = Record<PromiseWidget['suggestion'], ComponentType<never>>

interface PromiseTreeProps extends PromisePage, Pick<PromiseHostParts, 'getToken' | 'accept'> {
  components: PromiseComponents
}

/** What a customer would write. */
export function PromiseTree({ widgets, theme, consent, getToken, accept, components }: PromiseTreeProps) {
  return (
    <StrictMode>
      <InklingProvider getToken={() => getToken()} theme={theme} consent={consent}>
        {widgets.map(({ suggestion, context }, index) => {
          const Widget = components[suggestion] as ComponentType<Record<string, unknown>>
          const fallback = <p className="own">The host's own words</p>
          // biome-ignore lint/suspicious/noArrayIndexKey: a widget's place on the page is its identity.
          return <Widget key={index} {...context} onAccept={(item: unknown) => accept(item)} fallback={fallback} />
        })}
      </InklingProvider>
    </StrictMode>
  )
}
