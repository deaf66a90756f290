import { StepIcon } from './step-icon.tsx'
import { steps } from './steps.ts'
import type { TestRun } from './use-test-run.ts'
import type { Workflow } from './use-workflow.ts'
import { useWords } from './words/use-words.ts'

interface CanvasProps {
  workflow: Workflow
  run: TestRun
}

/** The steps as nodes, joined by the way that data takes. */
export function Canvas({ workflow, run }: CanvasProps) {
  const { build } = useWords().words
  return (
    <ol className="canvas" aria-label={build.canvas}>
      {steps.map(({ kind }, index) => {
        const number = index + 1
        const changes = workflow.changes.filter(({ step }) => step === number).length
        return (
          <li key={kind} data-progress={run.runningStep === number ? 'running' : run.passedSteps >= number ? 'passed' : 'waiting'}>
            {index > 0 && <Wire falling={index % 2 === 1} />}
            <button type="button" className="node" aria-pressed={workflow.selected === number} onClick={() => workflow.select(number)}>
              <span className="node-head">
                <StepIcon kind={kind} />
                <small>{build.kinds[kind]}</small>
                <i>{number}</i>
              </span>
              <b>{build.steps[index]}</b>
              {changes > 0 && <span className="node-changes">{build.changes(changes)}</span>}
            </button>
          </li>
        )
      })}
    </ol>
  )
}

function Wire({ falling }: { falling: boolean }) {
  return (
    <svg className="wire" viewBox="0 0 48 96" preserveAspectRatio="none" aria-hidden="true">
      <path d={falling ? 'M0 24C30 24 18 72 48 72' : 'M0 72C30 72 18 24 48 24'} />
      <path className="wire-flow" d={falling ? 'M0 24C30 24 18 72 48 72' : 'M0 72C30 72 18 24 48 24'} />
    </svg>
  )
}
