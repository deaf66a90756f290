import { InklingProvider, type ItemView, SuggestionCard } from '@inkling/widget-kit'
import { useLayoutEffect, useRef, useState } from 'react'
import { contrast } from './contrast.ts'
import { type Chef, useSampleSuggestion } from './sample-suggestion.ts'
import { ThemeControls } from './theme-controls.tsx'
import { propertiesOf, styleSheetOf, type ThemeValues, usualTheme } from './theme-values.ts'

/** The real card beside its controls, and the style sheet to copy. */
export function LivePreview() {
  const [values, setValues] = useState<ThemeValues>(usualTheme)
  const stage = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const properties = propertiesOf(values)
    // Through the object model, which the policy of the pages allows; a style attribute it would block.
    for (const [name, value] of properties) stage.current?.style.setProperty(name, value)
    return () => {
      for (const [name] of properties) stage.current?.style.removeProperty(name)
    }
  }, [values])
  return (
    <div className="preview">
      <ThemeControls values={values} onChange={setValues} />
      <div className="stage" ref={stage}>
        <InklingProvider getToken={noToken} theme={values.scheme} telemetry={false}>
          <SampleCard key={values.scheme} />
        </InklingProvider>
      </div>
      <Contrast accent={values.accent} />
      <StyleSheet values={values} />
    </div>
  )
}

// Nothing here asks a server.
const noToken = () => Promise.reject(new Error('The preview has no server.'))

const view: ItemView<Chef> = {
  label: ({ name }) => name,
  text: ({ name, reasoning }) => `${name}: ${reasoning}`,
  acceptLabel: 'Choose',
  render: ({ name, facts, reasoning }) => (
    <>
      <div className="ink-line">
        <span className="ink-name">{name}</span>
        <span className="ink-small">{facts}</span>
      </div>
      <span className="ink-text">{reasoning}</span>
    </>
  ),
}

function SampleCard() {
  const suggestion = useSampleSuggestion()
  return <SuggestionCard suggestion={suggestion} title="Chefs for your evening" rows={3} view={view} onAccept={() => () => {}} />
}

/** The least that WCAG 2 AA asks for text of this size. */
const readable = 4.5

function Contrast({ accent }: { accent: string }) {
  const ratio = contrast(accent, '#ffffff')
  return (
    <p className="contrast" data-good={ratio >= readable}>
      {ratio >= readable
        ? `Readable: the accent has a contrast of ${ratio.toFixed(1)} on a white card.`
        : `Hard to read: a contrast of ${ratio.toFixed(1)} on a white card; ${readable} is the least. Choose a darker accent.`}
    </p>
  )
}

function StyleSheet({ values }: { values: ThemeValues }) {
  const [copied, setCopied] = useState<string>()
  const text = styleSheetOf(values)
  const scheme = values.scheme === 'auto' ? '' : `<InklingProvider theme="${values.scheme}">`
  return (
    <figure className="code">
      <figcaption>{scheme ? `Your style sheet, and ${scheme}` : 'Your style sheet'}</figcaption>
      <pre>
        <code>{text}</code>
      </pre>
      {/* Insecure origins have no clipboard. */}
      {navigator.clipboard && (
        <button type="button" className="copy" onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(text))}>
          {copied === text ? 'Copied' : 'Copy'}
        </button>
      )}
    </figure>
  )
}
