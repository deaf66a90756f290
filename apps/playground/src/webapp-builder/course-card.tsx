import { CourseBadge } from './art/course-badge.tsx'
import type { Course } from './courses.ts'
import type { Plan } from './use-plan.ts'
import { useWords } from './words/use-words.ts'

/** A course in the school's own catalogue. */
export function CourseCard({ course, plan }: { course: Course; plan: Plan }) {
  const { language, words, usd } = useWords()
  const { id, look, level, hours, priceCents } = course
  const title = course.title[language]
  const chosen = plan.has(id)
  return (
    <li className="course" data-selected={chosen}>
      <CourseBadge look={look} />
      <div className="course-words">
        <h4>{title}</h4>
        <p>{course.outcome[language]}</p>
        <p className="course-facts">
          {words.levels[level]} · {words.courses.hours(hours)} · {course.teacher[language]}
        </p>
      </div>
      <div className="course-foot">
        <b>{usd(priceCents)}</b>
        <button
          type="button"
          className={chosen ? 'button chosen' : 'button'}
          aria-label={`${chosen ? words.courses.added : words.courses.add}: ${title}`}
          onClick={() => (chosen ? plan.remove(id) : plan.add(id))}
        >
          {chosen ? words.courses.added : words.courses.add}
        </button>
      </div>
    </li>
  )
}
