import type { LearningPathSuggestionsProps } from '@inkling/widgets-webapp-builder'
import { useState } from 'react'
import { weekdayFrom } from '../page/weekday-from.ts'
import { courses } from './courses.ts'
import { scheduleCourses } from './schedule-courses.ts'

export type Profile = Pick<LearningPathSuggestionsProps, 'level' | 'goal' | 'weeklyHours'>

// Places are given on Thursdays; who enrols after that begins a week later.
const leadDays = 4

/** The courses that the student puts together. What a suggestion changes comes back with a function that takes it back. */
export function usePlan() {
  const [profile, setProfile] = useState<Profile>({ level: 'beginner', goal: 'frontend-developer', weeklyHours: 8 })
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [enrolled, setEnrolled] = useState(false)

  const change = (alter: (chosen: Set<string>) => void) => {
    setEnrolled(false)
    setIds((current) => {
      const next = new Set(current)
      alter(next)
      return next
    })
  }
  const add = (id: string) => {
    const before = ids.has(id)
    change((chosen) => chosen.add(id))
    return before ? undefined : () => remove(id)
  }
  const remove = (id: string) => change((chosen) => chosen.delete(id))

  // The catalogue is in the order in which courses rest on each other.
  const chosen = courses.filter(({ id }) => ids.has(id))
  return {
    profile,
    enrolled,
    schedule: scheduleCourses(chosen, profile.weeklyHours, weekdayFrom('monday', new Date(), leadDays)),
    totalCents: chosen.reduce((sum, { priceCents }) => sum + priceCents, 0),
    has: (id: string) => ids.has(id),
    add,
    remove,
    setProfile(next: Profile) {
      setEnrolled(false)
      setProfile(next)
    },
    enrol: () => setEnrolled(true),
    reopen: () => setEnrolled(false),
  }
}

export type Plan = ReturnType<typeof usePlan>
