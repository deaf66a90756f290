import './debug-panel.css'
import { useEffect, useId, useRef, useState } from 'react'
import { AnswerReportCard } from './answer-report.tsx'
import { FormSwitch } from './form-switch.tsx'
import { usePageInkling } from './page-inkling.ts'
import { type PanelWords, panelWords } from './panel-words.ts'

interface DebugPanelProps {
  suggestions: readonly (keyof PanelWords['suggestions'])[]
}

/** Not a part of the product: what stands behind the widgets' answers. */
export function DebugPanel({ suggestions }: DebugPanelProps) {
  const { language, session, log, askAgain } = usePageInkling()
  const words = panelWords[language]
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const closer = useRef<HTMLButtonElement>(null)
  const titleId = useId()
  const panelId = useId()
  // The focus goes in and out with the panel: the button that was pressed is hidden by then.
  useEffect(() => {
    if (!open) return
    const outside = opener.current
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false)
    }
    document.addEventListener('keydown', onKeyDown)
    closer.current?.focus()
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      outside?.focus()
    }
  }, [open])

  return (
    <div className="debug" data-open={open}>
      <div className="debug-bar">
        <FormSwitch />
        <button
          ref={opener}
          type="button"
          className="debug-opener"
          aria-expanded={open}
          aria-controls={panelId}
          onClick={() => setOpen(!open)}
        >
          <img src="/inkling.svg" alt="" width="20" height="20" />
          <span>{words.open}</span>
          <output>${log.spentUsd}</output>
        </button>
      </div>
      <aside id={panelId} className="debug-panel" aria-labelledby={titleId} hidden={!open}>
        <header className="debug-head">
          <img src="/inkling.svg" alt="" width="24" height="24" />
          <h2 id={titleId}>{words.open}</h2>
          <button ref={closer} type="button" className="debug-close" aria-label={words.close} onClick={() => setOpen(false)}>
            <svg
              viewBox="0 0 20 20"
              width="18"
              height="18"
              stroke="currentColor"
              strokeWidth="1.8"
              strokeLinecap="round"
              aria-hidden="true"
            >
              <path d="m5 5 10 10M15 5 5 15" />
            </svg>
          </button>
        </header>
        <div className="debug-body">
          <p className="quiet">{words.intro}</p>
          <section className="debug-total" aria-label={words.total}>
            <span>{words.total}</span>
            <strong>${log.spentUsd}</strong>
            <span className="quiet">
              {words.answers(log.answers)} · {words.feedback(log.feedback)}
            </span>
          </section>
          <div className="debug-session">
            <span>{words.user}</span>
            <code>{session.userId}</code>
            <button type="button" onClick={session.switchUser}>
              {words.switchUser}
            </button>
            <fieldset>
              <legend>{words.tier}</legend>
              {(['standard', 'premium'] as const).map((tier) => (
                <label key={tier}>
                  <input type="radio" name="tier" checked={session.tier === tier} onChange={() => session.setTier(tier)} />
                  <span>{words.tiers[tier]}</span>
                </label>
              ))}
            </fieldset>
          </div>
          {suggestions.map((suggestion) => (
            <AnswerReportCard
              key={suggestion}
              suggestion={suggestion}
              outcome={log.last[suggestion]}
              words={words}
              onAskAgain={askAgain.get(suggestion)}
            />
          ))}
          <nav className="debug-links" aria-label={words.links}>
            <a href="/api/docs">{words.linkNames.docs}</a>
            <a href="/metrics">{words.linkNames.metrics}</a>
            <a href="/readyz">{words.linkNames.ready}</a>
          </nav>
        </div>
      </aside>
    </div>
  )
}
