import { expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { webappBuilder } from './suggestions.ts'

type Suggestions = typeof webappBuilder
type Sent<Key extends keyof Suggestions> = z.input<Suggestions[Key]['input']>
type Item<Key extends keyof Suggestions> = z.output<Suggestions[Key]['item']>
type Level = 'beginner' | 'intermediate' | 'advanced'

test('a learning path is typed from what is sent to what comes back', () => {
  expectTypeOf<Sent<'learningPath'>>().toEqualTypeOf<{
    level: Level
    goal: 'first-website' | 'frontend-developer' | 'backend-developer' | 'full-stack-developer' | 'launch-product'
    weeklyHours: number
    courses: {
      id: string
      title: string
      level: Level
      hours: number
      topics?: string[] | undefined
      requires?: string[] | undefined
    }[]
  }>()
  expectTypeOf<Item<'learningPath'>>().toEqualTypeOf<{ courseId: string; reasoning: string; weeks: number }>()
})

test('an explanation of code is typed from what is sent to what comes back', () => {
  expectTypeOf<Sent<'codeExplanation'>>().toEqualTypeOf<{
    language: 'javascript' | 'typescript' | 'python' | 'html' | 'css' | 'sql' | 'java'
    code: string
    question?: string | undefined
  }>()
  expectTypeOf<Item<'codeExplanation'>>().toEqualTypeOf<{
    firstLine: number
    lastLine: number
    explanation: string
    concepts: string[]
  }>()
})

test('an idea for a feature is typed from what is sent to what comes back', () => {
  expectTypeOf<Sent<'featureIdeas'>['level']>().toEqualTypeOf<Level>()
  expectTypeOf<Sent<'featureIdeas'>['description']>().toEqualTypeOf<string>()
  expectTypeOf<Item<'featureIdeas'>>().toEqualTypeOf<{
    title: string
    description: string
    effort: 'hours' | 'days' | 'week'
    skills: string[]
  }>()
})
