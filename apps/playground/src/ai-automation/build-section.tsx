import { WorkflowSuggestions } from '@inkling/widgets-ai-automation'
import { useId } from 'react'
import { PageSuggestion } from '../inkling/page-suggestion.tsx'
import { Canvas } from './canvas.tsx'
import type { WorkflowQuestion } from './use-questions.ts'
import type { TestRun } from './use-test-run.ts'
import type { Workflow } from './use-workflow.ts'
import { useWords } from './words/use-words.ts'

interface BuildSectionProps {
  workflow: Workflow
  run: TestRun
  question: WorkflowQuestion
}

export function BuildSection({ workflow, run, question }: BuildSectionProps) {
  const { build } = useWords().words
  const painPointId = useId()
  return (
    <section id="build" className="wide" aria-labelledby="build-title">
      <div className="section-head">
        <h2 id="build-title">{build.title}</h2>
        <p>{build.text}</p>
      </div>
      <Canvas workflow={workflow} run={run} />
      <div className="columns">
        <PageSuggestion
          name="workflow-optimization"
          widget={WorkflowSuggestions}
          props={{
            ...question,
            title: build.suggestions,
            onShowStep: workflow.select,
            onAccept: workflow.plan,
            accepted: ({ step, tip }) => workflow.changes.some((change) => change.step === step && change.tip === tip),
          }}
        />
        <div className="side">
          <div className="field">
            <label htmlFor={painPointId}>{build.painPoint}</label>
            <textarea
              id={painPointId}
              rows={3}
              maxLength={500}
              value={workflow.painPoint ?? build.painPointExample}
              onChange={({ target }) => workflow.setPainPoint(target.value)}
            />
          </div>
          <PlannedChanges workflow={workflow} />
        </div>
      </div>
    </section>
  )
}

function PlannedChanges({ workflow }: { workflow: Workflow }) {
  const { build } = useWords().words
  return (
    <section className="panel" aria-labelledby="planned-title">
      <h3 id="planned-title">{build.planned}</h3>
      {workflow.changes.length === 0 ? (
        <p className="quiet">{build.nothingPlanned}</p>
      ) : (
        <ul className="kept">
          {workflow.changes.map((change) => (
            <li key={`${change.step} ${change.tip}`}>
              <span>
                <b>{change.tip}</b>
                <small>{build.steps[change.step - 1] ?? build.whole}</small>
              </span>
              <button type="button" className="round" aria-label={build.remove(change.tip)} onClick={() => workflow.remove(change)}>
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
