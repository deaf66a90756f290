import type { ContentStrategySuggestion } from '@inkling/widgets-sns-auto'
import { useRef, useState } from 'react'
import type { Goal, platforms } from './terms.ts'

type Account = (typeof platforms)[number]

export interface PlannedPost extends ContentStrategySuggestion {
  key: number
}

const toggled = <Value>(list: readonly Value[], value: Value, most: number) =>
  list.includes(value) ? (list.length > 1 ? list.filter((other) => other !== value) : list) : [...list, value].slice(-most)

/** A month's plan as it grows: at least one platform and one goal, and the posts that have been taken. */
export function usePlan() {
  const [niche, setNiche] = useState<string>()
  const [accounts, setAccounts] = useState<readonly Account[]>(['instagram', 'tiktok'])
  const [goals, setGoals] = useState<readonly Goal[]>(['engagement', 'followers'])
  /** 0 is this month. */
  const [monthsAhead, setMonthsAhead] = useState(1)
  const [posts, setPosts] = useState<readonly PlannedPost[]>([])
  const lastKey = useRef(0)
  const remove = (key: number) => setPosts((current) => current.filter((planned) => planned.key !== key))
  return {
    niche,
    accounts,
    goals,
    monthsAhead,
    /** In the order of the calendar. */
    posts: posts.toSorted((a, b) => (a.date === b.date ? a.key - b.key : a.date < b.date ? -1 : 1)),
    setNiche,
    setMonthsAhead,
    toggleAccount: (account: Account) => setAccounts((current) => toggled(current, account, 4)),
    toggleGoal: (goal: Goal) => setGoals((current) => toggled(current, goal, 3)),
    remove,
    add(post: ContentStrategySuggestion) {
      const key = ++lastKey.current
      setPosts((current) => [...current, { ...post, key }])
      return () => remove(key)
    },
  }
}
