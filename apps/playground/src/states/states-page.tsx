import { InklingProvider, SuggestionCard } from '@inkling/widget-kit'
import { useEffect } from 'react'
import { PreferenceSwitches } from '../preferences/preference-switches.tsx'
import { type Language, usePreferences } from '../preferences/use-preferences.ts'
import { type Section, type StateName, stateNames, stillState } from './still-states.ts'
import { useStillSuggestion } from './use-still-suggestion.ts'
import { type StatesWords, statesWords } from './words.ts'

// Nothing is asked for on this page.
const noToken = () => Promise.reject(new Error('This page asks for nothing.'))

export function StatesPage() {
  const preferences = usePreferences()
  const { language } = preferences
  const words = statesWords[language]
  useEffect(() => {
    document.title = words.pageTitle
  }, [words])
  return (
    <>
      <header className="top">
        <a className="mark" href="/">
          <img src="/inkling.svg" alt="" width="32" height="32" />
          Inkling
        </a>
        <PreferenceSwitches preferences={preferences} words={words} />
      </header>
      <main>
        <h1>{words.title}</h1>
        <p className="lead">{words.text}</p>
        <InklingProvider getToken={noToken} locale={language}>
          <div className="states">
            {stateNames.map((name) => (
              <State key={`${name}.${language}`} {...{ name, language, words }} />
            ))}
          </div>
        </InklingProvider>
        <p>
          <a href="/">{words.back}</a>
        </p>
      </main>
    </>
  )
}

function State({ name, language, words }: { name: StateName; language: Language; words: StatesWords }) {
  const [title, text] = words.states[name]
  const suggestion = useStillSuggestion(stillState(name, language))
  return (
    <section className="state" data-state={name} aria-labelledby={`state-${name}`}>
      <h2 id={`state-${name}`}>{title}</h2>
      <p>{text}</p>
      <div lang={name === 'long' ? 'ko' : undefined}>
        <SuggestionCard<Section>
          suggestion={suggestion}
          // So many cards on one page need names that tell them apart.
          title={`${words.card} · ${title}`}
          rows={3}
          fallback={<p className="own">{words.fallback}</p>}
          onAccept={() => () => {}}
          view={{
            label: ({ heading }) => heading,
            text: ({ heading, body }) => `${heading}\n${body}`,
            edit: { read: ({ body }) => body, write: (item, body) => ({ ...item, body }) },
            render: ({ heading, body }) => (
              <>
                <span className="ink-name">{heading}</span>
                <span className="ink-text">{body}</span>
              </>
            ),
          }}
        />
      </div>
    </section>
  )
}
