import { SuccessMetricSuggestions } from '@inkling/widgets-ai-automation'
import { useId } from 'react'
import { PageSuggestion } from '../inkling/page-suggestion.tsx'
import type { Deployment } from './use-deployment.ts'
import type { MetricQuestion } from './use-questions.ts'
import { useWords } from './words/use-words.ts'

interface DeploySectionProps {
  deployment: Deployment
  question: MetricQuestion
}

export function DeploySection({ deployment, question }: DeploySectionProps) {
  const { deploy } = useWords().words
  const goalId = useId()
  return (
    <section id="deploy" className="wide" aria-labelledby="deploy-title">
      <div className="section-head">
        <h2 id="deploy-title">{deploy.title}</h2>
        <p>{deploy.text}</p>
      </div>
      <div className="columns">
        <PageSuggestion
          name="success-metrics"
          widget={SuccessMetricSuggestions}
          props={{
            ...question,
            title: deploy.suggestions,
            enabled: question.goal !== '',
            fallback: <p className="waiting">{deploy.empty}</p>,
            onAccept: deployment.track,
            accepted: ({ kpi }) => deployment.tracked.some((metric) => metric.kpi === kpi),
          }}
        />
        <div className="side">
          <div className="field">
            <label htmlFor={goalId}>{deploy.goal}</label>
            <textarea
              id={goalId}
              rows={3}
              maxLength={300}
              value={deployment.goal ?? deploy.goalExample}
              onChange={({ target }) => deployment.setGoal(target.value)}
            />
          </div>
          <Dashboard deployment={deployment} />
          <Release deployment={deployment} />
        </div>
      </div>
    </section>
  )
}

function Dashboard({ deployment }: { deployment: Deployment }) {
  const { deploy } = useWords().words
  return (
    <section className="panel" aria-labelledby="dashboard-title">
      <h3 id="dashboard-title">{deploy.dashboard}</h3>
      {deployment.tracked.length === 0 ? (
        <p className="quiet">{deploy.nothingTracked}</p>
      ) : (
        <ul className="kept">
          {deployment.tracked.map((metric) => (
            <li key={metric.kpi}>
              <svg className="spark" viewBox="0 0 48 24" aria-hidden="true">
                <path d="M2 22h44M2 8h44" />
              </svg>
              <span>
                <b>{metric.kpi}</b>
                <small>
                  {deploy.target}: {metric.target} · {deploy.noData}
                </small>
              </span>
              <button type="button" className="round" aria-label={deploy.remove(metric.kpi)} onClick={() => deployment.remove(metric)}>
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Release({ deployment }: { deployment: Deployment }) {
  const { deploy } = useWords().words
  const { deployed, version, earlierVersion } = deployment
  return (
    <section className="panel release" data-live={deployed} aria-labelledby="release-title">
      <h3 id="release-title">{deploy.production}</h3>
      <p className="quiet" aria-live="polite">
        {deployed ? deploy.done : deploy.ready}
      </p>
      <button type="button" className={deployed ? 'button' : 'button primary'} onClick={() => deployment.setDeployed(!deployed)}>
        {deployed ? deploy.rollBack(earlierVersion) : deploy.deploy(version)}
      </button>
    </section>
  )
}
