import { LearningPathSuggestions } from '@inkling/widgets-webapp-builder'
import { PageSuggestion } from '../inkling/page-suggestion.tsx'
import { CourseBadge } from './art/course-badge.tsx'
import { CourseCard } from './course-card.tsx'
import { courses } from './courses.ts'
import { ProfileForm } from './profile-form.tsx'
import type { Plan } from './use-plan.ts'
import { useWords } from './words/use-words.ts'

export function ChooseCourses({ plan }: { plan: Plan }) {
  const { language, words, usd } = useWords()
  return (
    <section id="courses" aria-labelledby="courses-title">
      <div className="section-head">
        <h2 id="courses-title">{words.courses.title}</h2>
        <p>{words.courses.text}</p>
      </div>
      <ProfileForm plan={plan} />
      <PageSuggestion
        name="learning-path"
        widget={LearningPathSuggestions}
        props={{
          ...plan.profile,
          courses: courses.map(({ id, title, level, hours, topics, requires, priceCents }) => ({
            id,
            title: title[language],
            level,
            hours,
            topics: [...topics[language]],
            requires: [...requires[language]],
            note: usd(priceCents),
          })),
          title: words.courses.suggestions,
          renderCourse: (courseId) => {
            const course = courses.find(({ id }) => id === courseId)
            return (
              course && (
                <span className="course-line">
                  <CourseBadge look={course.look} />
                  <b>{course.title[language]}</b>
                </span>
              )
            )
          },
          accepted: ({ courseId }) => plan.has(courseId),
          onAccept: ({ courseId }) => plan.add(courseId),
        }}
      />
      <h3 className="catalogue-title">{words.courses.all(courses.length)}</h3>
      <ul className="catalogue">
        {courses.map((course) => (
          <CourseCard key={course.id} course={course} plan={plan} />
        ))}
      </ul>
    </section>
  )
}
