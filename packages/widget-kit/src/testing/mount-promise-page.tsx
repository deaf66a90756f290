import { type ComponentType, StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { InklingProvider } from '../index.ts'
import { type PromiseHostParts, type PromisePage, type PromiseWidget, putPromiseHost } from './promise-host.ts'

/** Every component takes a context of its own besides what the host gives to all of them. */
export type PromiseComponents = Record<PromiseWidget['suggestion'], ComponentType<never>>

/** A page of React components for the tests of the promises. `scriptUrl` is the page script's `import.meta.url`. */
export function mountPromisePage(scriptUrl: string, components: PromiseComponents): void {
  putPromiseHost(scriptUrl, (parts) => {
    const root = createRoot(parts.place)
    return (page) => flushSync(() => root.render(<Page {...page} {...parts} components={components} />))
  })
}

/** What a customer would write. */
function Page({ widgets, theme, getToken, accept, components }: PromisePage & PromiseHostParts & { components: PromiseComponents }) {
  return (
    <StrictMode>
      <InklingProvider getToken={() => getToken()} theme={theme}>
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
