import { milliseconds } from './milliseconds.ts'
import type { PanelWords } from './panel-words.ts'
import type { AnswerLog } from './use-answer-log.ts'
import { Waterfall } from './waterfall.tsx'

interface AnswerReportCardProps {
  suggestion: keyof PanelWords['suggestions']
  outcome: AnswerLog['last'][string] | undefined
  words: PanelWords
  onAskAgain: (() => void) | undefined
}

/** The last answer of one widget: where it came from, what it took, and what it cost. */
export function AnswerReportCard({ suggestion, outcome, words, onAskAgain }: AnswerReportCardProps) {
  const name = words.suggestions[suggestion]
  const meta = outcome?.type === 'answer' ? outcome.meta : undefined
  const rows = outcome?.type === 'answer' ? rowsOf(outcome, words) : []
  const serverTime = meta?.stages?.reduce((sum, stage) => sum + stage.milliseconds, 0)
  return (
    <article className="report" aria-label={name}>
      <header>
        <h3>{name}</h3>
        {meta && (
          <span className="source" data-source={meta.source}>
            {meta.source}
          </span>
        )}
        {meta?.simulated && <span className="source">{words.simulated}</span>}
        <button type="button" aria-label={words.againNamed(name)} disabled={!onAskAgain} onClick={onAskAgain}>
          {words.again}
        </button>
      </header>
      {!outcome && <p className="quiet">{words.waiting}</p>}
      {outcome?.type === 'failure' && <p className="problem">{words.failed(outcome.code)}</p>}
      {meta && (
        <>
          <dl>
            {rows.map(([term, value]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {meta.stages ? (
            <>
              <p className="quiet">{words.server(milliseconds(serverTime ?? 0))}</p>
              <Waterfall stages={meta.stages} />
            </>
          ) : (
            <p className="quiet">{words.noStages}</p>
          )}
        </>
      )}
    </article>
  )
}

function rowsOf(report: Extract<AnswerLog['last'][string], { type: 'answer' }>, words: PanelWords): [string, string][] {
  const { meta } = report
  const { usage } = meta
  const first = report.milliseconds.firstItem
  const cached = usage && (usage.cacheReadTokens > 0 || usage.cacheWriteTokens > 0)
  const rows: [string, string | undefined][] = [
    [words.reason, meta.reason],
    [words.cost, meta.costUsd === undefined ? undefined : `$${meta.costUsd}`],
    [
      words.tokens,
      usage &&
        words.tokensValue(usage.inputTokens, usage.outputTokens) +
          (cached ? `; ${words.cachedTokens(usage.cacheReadTokens, usage.cacheWriteTokens)}` : ''),
    ],
    [words.model, meta.model],
    [words.variant, meta.variant],
    [words.prompt, meta.promptVersion],
    [words.items, String(report.items)],
    [words.seen, words.seenValue(first === undefined ? undefined : milliseconds(first), milliseconds(report.milliseconds.total))],
  ]
  return rows.filter((row): row is [string, string] => row[1] !== undefined)
}
