'use client'

import { SuggestionCard, type SuggestionProps, useInkling } from '@inkling/widget-kit'
import type { Degree, WorkflowContext, WorkflowSuggestion } from './context.ts'
import { useWorkflowSuggestions } from './hooks.ts'
import { automationStrings } from './strings.ts'

export interface WorkflowSuggestionsProps extends WorkflowContext, SuggestionProps<WorkflowSuggestion> {
  /** Makes the step of a tip a button, for example to select its node on the canvas. Steps count from 1. */
  onShowStep?: ((step: number) => void) | undefined
}

/** Tips for a workflow, the best first, each at the step that it changes, with its effort and effect. */
export function WorkflowSuggestions(props: WorkflowSuggestionsProps) {
  const { onShowStep } = props
  const words = automationStrings[useInkling().locale]
  const suggestion = useWorkflowSuggestions(props)
  const steps = suggestion.asked.steps as readonly string[]
  return (
    <SuggestionCard
      {...props}
      suggestion={suggestion}
      title={props.title ?? words.workflowTitle}
      layout="tips"
      // Three to five tips.
      rows={3}
      peek
      view={{
        label: ({ tip }) => tip,
        text: ({ step, tip, how, effect }) => `${step > 0 ? words.step(step) : words.wholeWorkflow} · ${tip}\n${how}\n→ ${effect}`,
        acceptLabel: words.apply,
        render: ({ step, tip, how, effort, effect }) => (
          <>
            <StepName step={step} name={steps[step - 1]} words={words} onShowStep={onShowStep} />
            <span className="ink-text">
              <span className="ink-name">{tip}</span> <span className="ink-muted">{how}</span>
            </span>
            <div className="ink-line ink-small">
              <span className="ink-line">
                <Dots degree={effort} />
                {words.effort[effort]}
              </span>
              <span className="ink-effect">{effect}</span>
            </div>
          </>
        ),
      }}
    />
  )
}

interface StepNameProps {
  step: number
  name: string | undefined
  words: (typeof automationStrings)['en']
  onShowStep: WorkflowSuggestionsProps['onShowStep']
}

function StepName({ step, name, words, onShowStep }: StepNameProps) {
  if (name === undefined) return <span className="ink-step">{words.wholeWorkflow}</span>
  const text = (
    <>
      <b>{step}</b>
      <span>{name}</span>
    </>
  )
  if (!onShowStep) return <span className="ink-step">{text}</span>
  return (
    <button type="button" className="ink-step" aria-label={`${words.showStep(step)}: ${name}`} onClick={() => onShowStep(step)}>
      {text}
    </button>
  )
}

const degrees: Record<Degree, number> = { low: 1, medium: 2, high: 3 }

/** Decoration: the words beside it say the same. */
function Dots({ degree }: { degree: Degree }) {
  return (
    <svg className="ink-dots" viewBox="0 0 26 8" width="26" height="8" aria-hidden="true">
      {[1, 2, 3].map((dot) => (
        <circle key={dot} cx={dot * 9 - 5} cy="4" r="3" data-on={dot <= degrees[degree]} />
      ))}
    </svg>
  )
}
