import type { FeatureIdea, FeatureIdeaSuggestionsProps } from '@inkling/widgets-webapp-builder'
import { useRef, useState } from 'react'

type Technology = NonNullable<FeatureIdeaSuggestionsProps['stack']>[number]
export type Column = 'next' | 'doing' | 'done'

export const columns = ['next', 'doing', 'done'] as const satisfies Column[]

export interface Task {
  key: number
  column: Column
  effort: FeatureIdea['effort']
  /** The place of one of the page's own tasks among its words, or what came from a suggestion. */
  text: number | string
}

const firstTasks: readonly Task[] = [
  { key: 1, column: 'done', effort: 'hours', text: 0 },
  { key: 2, column: 'done', effort: 'days', text: 1 },
  { key: 3, column: 'doing', effort: 'days', text: 2 },
  { key: 4, column: 'next', effort: 'hours', text: 3 },
]

/** The student's project and its board. */
export function useProject() {
  /** Undefined: still the example, in the language of the page. */
  const [description, setDescription] = useState<string>()
  const [stack, setStack] = useState<readonly Technology[]>(['react', 'typescript'])
  const [tasks, setTasks] = useState<readonly Task[]>(firstTasks)
  const lastKey = useRef(firstTasks.length)
  const remove = (key: number) => setTasks((current) => current.filter((task) => task.key !== key))
  return {
    description,
    stack,
    tasks,
    setDescription,
    remove,
    toggleTechnology: (technology: Technology) =>
      setStack((current) => (current.includes(technology) ? current.filter((other) => other !== technology) : [...current, technology])),
    add({ title, effort }: FeatureIdea) {
      const key = ++lastKey.current
      setTasks((current) => [...current, { key, column: 'next', effort, text: title }])
      return () => remove(key)
    },
    move: (key: number, column: Column) => setTasks((current) => current.map((task) => (task.key === key ? { ...task, column } : task))),
  }
}

export type Project = ReturnType<typeof useProject>
