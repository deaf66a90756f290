'use client'

import { SuggestionCard, type SuggestionProps, useInkling } from '@inkling/widget-kit'
import type { ReactNode } from 'react'
import type { CourseCandidate, CourseStep, LearningPathContext } from './context.ts'
import { useLearningPathSuggestions } from './hooks.ts'
import { PathWeeks } from './path-weeks.tsx'
import { webappBuilderStrings } from './strings.ts'

export interface LearningPathSuggestionsProps extends LearningPathContext, SuggestionProps<CourseStep> {
  /** Shows the course in the host's own way, for example as a link with a picture. */
  renderCourse?: ((courseId: string) => ReactNode) | undefined
}

/** A path of courses: which one first, why, and in which weeks. */
export function LearningPathSuggestions(props: LearningPathSuggestionsProps) {
  const { courses, renderCourse } = props
  const words = webappBuilderStrings[useInkling().locale]
  const suggestion = useLearningPathSuggestions(props)
  const courseOf = (courseId: string) => courses.find(({ id }) => id === courseId)
  const titleOf = (courseId: string) => courseOf(courseId)?.title ?? courseId
  // A course that is hidden takes no weeks.
  const weeksOf = (index: number) => {
    const before = suggestion.state.items.slice(0, index).filter((_, place) => !suggestion.marks.get(place)?.dismissed)
    const first = 1 + before.reduce((sum, { weeks }) => sum + weeks, 0)
    return words.weeks(first, first + (suggestion.state.items[index]?.weeks ?? 1) - 1)
  }
  return (
    <SuggestionCard
      {...props}
      suggestion={suggestion}
      title={props.title ?? words.pathTitle}
      layout="path"
      // A path has three courses or more, fewer only when fewer are offered.
      rows={Math.max(1, Math.min(3, courses.length))}
      peek={courses.length > 3}
      overview={(steps) => <PathWeeks steps={steps} whole={words.whole} titleOf={titleOf} />}
      view={{
        label: ({ courseId }) => titleOf(courseId),
        text: ({ courseId, reasoning }) => `${titleOf(courseId)}: ${reasoning}`,
        acceptLabel: words.addCourse,
        render: ({ courseId, reasoning }, index) => (
          <>
            <div className="ink-line">
              {renderCourse ? renderCourse(courseId) : <span className="ink-name">{titleOf(courseId)}</span>}
              <CourseFacts weeks={weeksOf(index)} levels={words.level} course={courseOf(courseId)} />
            </div>
            <span className="ink-text">{reasoning}</span>
          </>
        ),
      }}
    />
  )
}

interface CourseFactsProps {
  weeks: string
  levels: Record<CourseCandidate['level'], string>
  course: CourseCandidate | undefined
}

function CourseFacts({ weeks, levels, course }: CourseFactsProps) {
  return (
    <span className="ink-small">
      <span className="ink-weeks">{weeks}</span>
      {course && ` · ${levels[course.level]}`}
      {course?.note && ` · ${course.note}`}
    </span>
  )
}
