import type { CourseStep } from './context.ts'

interface PathWeeksProps {
  steps: readonly CourseStep[]
  whole: (weeks: number) => string
  titleOf: (courseId: string) => string
}

// Of 100: enough to tell two courses apart.
const gap = 1

/** The whole path as one bar, each course as long as its weeks. */
export function PathWeeks({ steps, whole, titleOf }: PathWeeksProps) {
  const total = steps.reduce((sum, { weeks }) => sum + weeks, 0)
  let passed = 0
  const parts = steps.map(({ courseId, weeks }) => {
    const part = { courseId, start: (passed / total) * 100, width: (weeks / total) * 100 }
    passed += weeks
    return part
  })
  return (
    <div className="ink-path">
      <svg className="ink-path-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        {parts.length === 0 && <rect className="ink-path-empty" width="100" height="8" />}
        {parts.map(({ courseId, start, width }) => (
          <rect key={courseId} x={start} width={Math.max(gap, width - gap)} height="8">
            <title>{titleOf(courseId)}</title>
          </rect>
        ))}
      </svg>
      <span className="ink-small">{total > 0 ? whole(total) : '\u00a0'}</span>
    </div>
  )
}
