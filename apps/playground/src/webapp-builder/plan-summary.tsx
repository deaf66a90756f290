import { CourseBadge } from './art/course-badge.tsx'
import type { Plan } from './use-plan.ts'
import { useWords } from './words/use-words.ts'

export function PlanSummary({ plan }: { plan: Plan }) {
  const { language, words, usd, shortDate, date } = useWords()
  const { schedule, enrolled } = plan
  const last = schedule.at(-1)
  return (
    <aside className="plan panel" aria-labelledby="plan-title">
      <h2 id="plan-title">{words.plan.title}</h2>
      {schedule.length === 0 ? (
        <p className="empty">{words.plan.empty}</p>
      ) : (
        <ol>
          {schedule.map(({ course, starts, ends }) => (
            <li key={course.id}>
              <CourseBadge look={course.look} />
              <span>
                <b>{course.title[language]}</b>
                <small>
                  {shortDate(starts)} – {shortDate(ends)}
                </small>
              </span>
              <button
                type="button"
                className="round"
                aria-label={words.plan.remove(course.title[language])}
                onClick={() => plan.remove(course.id)}
              >
                ×
              </button>
            </li>
          ))}
        </ol>
      )}
      {last && (
        <dl>
          <div>
            <dt>{words.plan.finished}</dt>
            <dd>{date(last.ends)}</dd>
          </div>
          <div>
            <dt>{words.plan.total}</dt>
            <dd>{usd(plan.totalCents)}</dd>
          </div>
        </dl>
      )}
      <div aria-live="polite">
        {enrolled && last && <p className="done">{words.plan.enrolled(date(schedule[0]?.starts ?? last.starts))}</p>}
      </div>
      {enrolled ? (
        <button type="button" className="button large" onClick={plan.reopen}>
          {words.plan.change}
        </button>
      ) : (
        <button type="button" className="button primary large" disabled={!last} onClick={plan.enrol}>
          {words.plan.enrol}
        </button>
      )}
      <p className="hint">{words.plan.note}</p>
    </aside>
  )
}
