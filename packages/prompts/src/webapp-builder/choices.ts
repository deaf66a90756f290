import type { Locale } from '@inkling/contracts'

export const levels = ['beginner', 'intermediate', 'advanced'] as const
export type Level = (typeof levels)[number]

export const learningGoals = ['first-website', 'frontend-developer', 'backend-developer', 'full-stack-developer', 'launch-product'] as const
export type LearningGoal = (typeof learningGoals)[number]

export const codeLanguages = ['javascript', 'typescript', 'python', 'html', 'css', 'sql', 'java'] as const

export const technologies = [
  'html-css',
  'javascript',
  'typescript',
  'react',
  'vue',
  'svelte',
  'node',
  'express',
  'python',
  'django',
  'flask',
  'java-spring',
  'postgresql',
  'mysql',
  'mongodb',
  'sqlite',
  'firebase',
  'supabase',
] as const
export type Technology = (typeof technologies)[number]

export const levelNames: Record<Level, Record<Locale, string>> = {
  beginner: { en: 'beginner', ko: '입문' },
  intermediate: { en: 'intermediate', ko: '중급' },
  advanced: { en: 'advanced', ko: '고급' },
}
