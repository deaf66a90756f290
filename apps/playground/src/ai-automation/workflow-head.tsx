import type { Deployment } from './use-deployment.ts'
import type { TestRun } from './use-test-run.ts'
import { useWords } from './words/use-words.ts'

interface WorkflowHeadProps {
  deployment: Deployment
  run: TestRun
}

export function WorkflowHead({ deployment, run }: WorkflowHeadProps) {
  const { words } = useWords()
  const { deployed, version } = deployment
  const running = run.runningStep > 0
  return (
    <section className="wide head" aria-labelledby="workflow-name">
      <div>
        <p className="crumbs">
          {words.head.folder} /
          <span className="state" data-live={deployed}>
            {deployed ? words.head.live(version) : words.head.draft(version)}
          </span>
        </p>
        <h1 id="workflow-name">{words.head.name}</h1>
        <p className="quiet">{words.head.text}</p>
      </div>
      <dl className="facts">
        {words.head.facts.map(([value, name]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="test-run">
        <button type="button" className="button primary" aria-disabled={running} onClick={running ? undefined : run.start}>
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="M4 2.5v11l9-5.500z" fill="currentColor" />
          </svg>
          {words.test.run}
        </button>
        <output>{running ? words.test.running : run.ended && words.test.passed(`${(run.milliseconds / 1000).toFixed(2)} s`)}</output>
      </div>
    </section>
  )
}
