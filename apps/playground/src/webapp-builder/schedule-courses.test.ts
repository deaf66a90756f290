import { expect, test } from 'vitest'
import { courses } from './courses.ts'
import { scheduleCourses } from './schedule-courses.ts'

const monday = new Date(2026, 10, 30)
const [foundations, pages] = courses

test('each course takes the whole weeks that its hours need, and the next begins on the Monday after', () => {
  const plan = scheduleCourses([foundations!, pages!], 8, monday)
  expect(plan.map(({ weeks }) => weeks)).toEqual([2, 3])
  expect(plan.map(({ starts, ends }) => [starts.toDateString(), ends.toDateString()])).toEqual([
    ['Mon Nov 30 2026', 'Sun Dec 13 2026'],
    ['Mon Dec 14 2026', 'Sun Jan 03 2027'],
  ])
})

test('a change of clocks moves no course off its Monday', () => {
  const plan = scheduleCourses(courses, 5, new Date(2027, 1, 1))
  for (const { starts, ends } of plan) expect([starts.getDay(), ends.getDay()]).toEqual([1, 0])
})
