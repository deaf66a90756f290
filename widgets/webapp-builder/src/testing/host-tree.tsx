import { InklingProvider } from '@inkling/widget-kit'
import type { HostTreeProps } from '@inkling/widget-kit/testing/mount-host'
import { CodeExplanationSuggestions, type CourseCandidate, FeatureIdeaSuggestions, LearningPathSuggestions } from '../index.ts'
import { assignment } from './sample-answers.ts'

const courses: CourseCandidate[] = [
  { id: 'WB-101', title: 'Web foundations', level: 'beginner', hours: 12, topics: ['git'], note: 'Evening cohort, $90' },
  { id: 'WB-110', title: 'Pages with HTML and CSS', level: 'beginner', hours: 24, topics: ['flexbox'] },
  { id: 'WB-120', title: 'JavaScript in the browser', level: 'beginner', hours: 40, topics: ['functions', 'events'], requires: ['HTML'] },
  { id: 'WB-210', title: 'React interfaces', level: 'intermediate', hours: 36, topics: ['components'], requires: ['JavaScript'] },
]

/** What a customer of WebApp Builder's pages would write. */
export function HostTree({ onAccept, onEdit }: HostTreeProps) {
  return (
    <InklingProvider getToken={() => Promise.resolve('token')}>
      <main>
        <LearningPathSuggestions level="beginner" goal="frontend-developer" weeklyHours={8} courses={courses} onAccept={onAccept} />
        <CodeExplanationSuggestions
          language="javascript"
          code={assignment}
          question="Why does it print NaN?"
          onAccept={onAccept}
          onEdit={onEdit}
        />
        <FeatureIdeaSuggestions
          description="A habit tracker with streaks. Entries are lost on reload."
          stack={['react', 'typescript']}
          level="beginner"
          onAccept={onAccept}
          onEdit={onEdit}
        />
        <p id="below">What the page says below its widgets.</p>
      </main>
    </InklingProvider>
  )
}
