'use client'

import { SuggestionCard, type SuggestionProps, useInkling } from '@inkling/widget-kit'
import { codeLines } from './code-lines.ts'
import type { CodeReviewContext, CodeReviewSuggestion } from './context.ts'
import { useCodeReviewSuggestions } from './hooks.ts'
import { automationStrings } from './strings.ts'

export interface CodeReviewSuggestionsProps extends CodeReviewContext, SuggestionProps<CodeReviewSuggestion> {
  /** Makes the line of a finding a button, for example to scroll the host's editor to it. Lines count from 1. */
  onShowLine?: ((line: number) => void) | undefined
}

/** Findings in a piece of code, each under the line that it is about. Asks nothing while the code is empty. */
export function CodeReviewSuggestions(props: CodeReviewSuggestionsProps) {
  const { code, onShowLine } = props
  const words = automationStrings[useInkling().locale]
  const suggestion = useCodeReviewSuggestions({ ...props, enabled: props.enabled !== false && code.trim() !== '' })
  // Findings are about the code that was asked for, not about what has been typed meanwhile.
  const lines = codeLines(suggestion.asked.code as string)
  return (
    <SuggestionCard
      {...props}
      suggestion={suggestion}
      title={props.title ?? words.codeTitle}
      layout="findings"
      // One to five findings; most code has three.
      rows={3}
      peek
      view={{
        label: ({ line, problem }) => `${words.line(line)}, ${problem}`,
        text: ({ line, problem, fix }) => `${words.line(line)}: ${lines[line - 1]?.trim() ?? ''}\n${problem}\n→ ${fix}`,
        acceptLabel: words.takeUp,
        render: ({ line, severity, problem, fix }) => (
          <>
            <CodeLine line={line} text={lines[line - 1] ?? ''} label={words.showLine(line)} onShowLine={onShowLine} />
            <span className="ink-text">
              <span className="ink-severity" data-severity={severity}>
                {words.severity[severity]}
              </span>{' '}
              {problem}
            </span>
            <span className="ink-text ink-fix">{fix}</span>
          </>
        ),
      }}
    />
  )
}

interface CodeLineProps {
  line: number
  text: string
  label: string
  onShowLine: CodeReviewSuggestionsProps['onShowLine']
}

/** The line itself with its number. Code runs from left to right on every page. */
function CodeLine({ line, text, label, onShowLine }: CodeLineProps) {
  const content = (
    <>
      <span className="ink-number">{line}</span>
      <code>{text.trim()}</code>
    </>
  )
  if (!onShowLine)
    return (
      <span className="ink-code-line" dir="ltr" title={text.trim()}>
        {content}
      </span>
    )
  return (
    <button type="button" className="ink-code-line" dir="ltr" title={text.trim()} aria-label={label} onClick={() => onShowLine(line)}>
      {content}
    </button>
  )
}
