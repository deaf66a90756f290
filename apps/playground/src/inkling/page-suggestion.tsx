import { InklingProvider, type SuggestionProps, useInkling } from '@inkling/widget-kit'
import { type ComponentType, useEffect } from 'react'
import { usePageInkling } from './page-inkling.ts'
import { ScriptTagSuggestion } from './script-tag-suggestion.tsx'
import { toCamelCase } from './to-camel-case.ts'

interface PageSuggestionProps<Props> {
  /** kebab-case, as in the address of the API */
  name: string
  widget: ComponentType<Props>
  props: NoInfer<Props>
}

/** One suggestion in the form that the page is switched to: its React component, or the element of the script tag with the same props. */
export function PageSuggestion<Props extends SuggestionProps<never>>({ name, widget: Widget, props }: PageSuggestionProps<Props>) {
  const { form, session, language, noteEvent } = usePageInkling()
  if (form === 'script') return <ScriptTagSuggestion key={session.key} name={name} props={props} />
  return (
    <InklingProvider key={session.key} getToken={session.getToken} locale={language} onEvent={noteEvent}>
      <AskAgainHandle suggestion={toCamelCase(name)} />
      <Widget {...(props as Props)} />
    </InklingProvider>
  )
}

function AskAgainHandle({ suggestion }: { suggestion: string }) {
  const { refresh } = useInkling()
  const { place } = usePageInkling()
  useEffect(() => place(suggestion, refresh), [place, suggestion, refresh])
  return null
}
