import type { Course } from './courses.ts'

export interface ScheduledCourse {
  course: Course
  starts: Date
  /** The last evening of its last week. */
  ends: Date
  weeks: number
}

const week = 7
const lastEvening = 6

/** Courses one after the other, each in whole weeks, the first on `start`. */
export function scheduleCourses(courses: readonly Course[], weeklyHours: number, start: Date): ScheduledCourse[] {
  let passed = 0
  return courses.map((course) => {
    const weeks = Math.ceil(course.hours / weeklyHours)
    const starts = daysAfter(start, passed * week)
    passed += weeks
    return { course, weeks, starts, ends: daysAfter(starts, (weeks - 1) * week + lastEvening) }
  })
}

// By the calendar: a week in which clocks change is a week.
function daysAfter(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days)
}
