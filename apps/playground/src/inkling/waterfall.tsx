import { milliseconds } from './milliseconds.ts'
import type { AnswerReport } from './use-answer-log.ts'

type Stages = NonNullable<AnswerReport['meta']['stages']>

/** One bar for each stage, on one time axis: stages follow each other. */
export function Waterfall({ stages }: { stages: Stages }) {
  const total = stages.reduce((sum, stage) => sum + stage.milliseconds, 0)
  let start = 0
  return (
    <ol className="waterfall">
      {stages.map((stage) => {
        const left = total === 0 ? 0 : (start / total) * 100
        const width = total === 0 ? 0 : (stage.milliseconds / total) * 100
        start += stage.milliseconds
        return (
          <li key={stage.stage}>
            <span className="stage">{stage.stage}</span>
            <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
              <rect className="track" width="100" height="6" />
              {/* A stage of no measurable time is still seen to have run. */}
              <rect className="bar" x={Math.min(left, 99)} width={Math.max(width, 1)} height="6" />
            </svg>
            <span className="took">{milliseconds(stage.milliseconds)}</span>
            <span className="outcome">{stage.outcome}</span>
          </li>
        )
      })}
    </ol>
  )
}
