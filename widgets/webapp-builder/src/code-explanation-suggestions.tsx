'use client'

import { SuggestionCard, type SuggestionProps, useInkling } from '@inkling/widget-kit'
import { CodeLines, linesOf } from './code-lines.tsx'
import type { CodeExplanationContext, ExplainedPart } from './context.ts'
import { useCodeExplanationSuggestions } from './hooks.ts'
import { webappBuilderStrings } from './strings.ts'

export interface CodeExplanationSuggestionsProps extends CodeExplanationContext, SuggestionProps<ExplainedPart> {}

/** A walkthrough of the code: the lines themselves, what they do, and the concepts behind them. */
export function CodeExplanationSuggestions(props: CodeExplanationSuggestionsProps) {
  const words = webappBuilderStrings[useInkling().locale]
  const suggestion = useCodeExplanationSuggestions(props)
  // The walkthrough is of the code that was asked for, not of what has been typed meanwhile.
  const lines = linesOf(suggestion.asked.code as string)
  const nameOf = ({ firstLine, lastLine }: ExplainedPart) => words.lines(firstLine, lastLine)
  return (
    <SuggestionCard
      {...props}
      suggestion={suggestion}
      title={props.title ?? words.explanationTitle}
      layout="code"
      // Three to six parts.
      rows={3}
      peek
      view={{
        label: nameOf,
        text: (part) => `${nameOf(part)}: ${part.explanation}`,
        acceptLabel: words.keepNote,
        edit: { read: ({ explanation }) => explanation, write: (item, explanation) => ({ ...item, explanation }) },
        render: (part) => (
          <div className="ink-part">
            <CodeLines lines={lines.slice(part.firstLine - 1, part.lastLine)} name={nameOf(part)} />
            <div className="ink-part-words">
              <span className="ink-small">{nameOf(part)}</span>
              <span className="ink-text">{part.explanation}</span>
              <span className="ink-line ink-concepts">
                {part.concepts.map((concept) => (
                  <span key={concept} className="ink-chip">
                    {concept}
                  </span>
                ))}
              </span>
            </div>
          </div>
        ),
      }}
    />
  )
}
