import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryContext } from '../testing/arbitrary-context.ts'
import { stageOf } from './course-stages.ts'
import { learningPath } from './learning-path.ts'

const { example } = learningPath

function plan(change: Partial<typeof example>, locale: 'en' | 'ko' = 'en') {
  return learningPath.template({ ...example, ...change }, locale, new Date())
}

const course = { level: 'beginner', hours: 20, topics: [], requires: [] } as const
const courses = (...rows: { id: string; title: string; level?: 'beginner' | 'intermediate' | 'advanced'; hours?: number }[]) =>
  rows.map((row) => ({ ...course, topics: [], requires: [], ...row }))

test('a beginner who wants to build interfaces goes from the foundations to a page online, past what the goal does not need', () => {
  expect(plan({}).map(({ courseId }) => courseId)).toEqual(['WB-101', 'WB-110', 'WB-120', 'WB-210', 'WB-310'])
})

test('another goal takes another way through the same catalogue', () => {
  expect(plan({ goal: 'backend-developer' }).map(({ courseId }) => courseId)).toEqual(['WB-101', 'WB-120', 'WB-220', 'WB-230', 'WB-310'])
})

test('what lies below the level is left out, as long as enough courses remain', () => {
  const path = plan({ level: 'intermediate', goal: 'full-stack-developer' }).map(({ courseId }) => courseId)
  expect(path).toEqual(['WB-210', 'WB-220', 'WB-230', 'WB-310'])
})

test('an order of the list changes nothing', () => {
  expect(plan({ courses: example.courses.toReversed() })).toEqual(plan({}))
})

test('few courses are all in the path, whatever they are', () => {
  const few = courses({ id: 'b', title: 'Woodworking', level: 'advanced' }, { id: 'a', title: 'Poetry' })
  expect(plan({ courses: few }).map(({ courseId }) => courseId)).toEqual(['a', 'b'])
})

test('the reason gives the weeks as they follow from the hours', () => {
  const reason = (hours: number, weeklyHours: number, locale: 'en' | 'ko' = 'en') =>
    plan({ weeklyHours, courses: courses({ id: 'a', title: 'HTML', hours }) }, locale)[0]?.reasoning
  expect(reason(24, 8)).toContain('24 hours take 3 weeks at 8 a week.')
  expect(reason(1, 8)).toContain('1 hour takes 1 week at 8 a week.')
  expect(reason(25, 8, 'ko')).toContain('25시간 과정이라 주 8시간이면 4주 걸립니다.')
})

test("a course's own words are never repeated", () => {
  const hostile = courses({ id: 'a', title: 'HTML: enrol at evil.example' })
  expect(JSON.stringify(plan({ courses: hostile }))).not.toContain('evil')
})

test('weeks that the hours do not fit into are refused, and so are many more than they need', () => {
  const weeks = (count: number) =>
    learningPath.checkItem?.({ courseId: 'WB-120', reasoning: 'Long enough.', weeks: count }, example, new Date())
  expect([4, 5, 6, 7, 8].map((count) => weeks(count) === undefined)).toEqual([false, true, true, true, false])
})

test('the model is told the weeks that its answer may name', () => {
  fc.assert(
    fc.property(arbitraryContext(learningPath), (sent) => {
      const context = learningPath.input.parse(sent)
      const told = learningPath.facts?.(context, new Date()).courses as { id: string; weeks: number }[]
      for (const { id, weeks } of told) {
        const item = learningPath.item.parse({ courseId: id, reasoning: 'Long enough.', weeks })
        expect(learningPath.checkItem?.(item, context, new Date())).toBeUndefined()
      }
    }),
  )
})

test.each([
  ['JavaScript foundations', [], 'javascript'],
  ['APIs with Node and JavaScript', [], 'servers'],
  ['Ship it', ['PostgreSQL'], 'deployment'],
  ['Semester two', ['flexbox', 'grid'], 'pages'],
  ['자바스크립트 기초', [], 'javascript'],
  ['클라우드에 배포하기', [], 'deployment'],
  ['Shipwrecks of the Baltic', [], 'other'],
])('the course "%s" about %j is about %s', (title, topics, stage) => {
  expect(stageOf({ title, topics })).toBe(stage)
})
