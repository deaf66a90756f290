export type Level = 'beginner' | 'intermediate' | 'advanced'
export type LearningGoal = 'first-website' | 'frontend-developer' | 'backend-developer' | 'full-stack-developer' | 'launch-product'
export type CodeLanguage = 'javascript' | 'typescript' | 'python' | 'html' | 'css' | 'sql' | 'java'
export type Technology =
  | 'html-css'
  | 'javascript'
  | 'typescript'
  | 'react'
  | 'vue'
  | 'svelte'
  | 'node'
  | 'express'
  | 'python'
  | 'django'
  | 'flask'
  | 'java-spring'
  | 'postgresql'
  | 'mysql'
  | 'mongodb'
  | 'sqlite'
  | 'firebase'
  | 'supabase'
export type Effort = 'hours' | 'days' | 'week'

export interface CourseCandidate {
  id: string
  title: string
  level: Level
  /** Hours of work that the course takes as a whole */
  hours: number
  /** What the course teaches */
  topics?: string[]
  /** What the course takes for granted */
  requires?: string[]
  /** Shown beside the title, for example a date or a price; stays in the browser. */
  note?: string
}

export interface LearningPathContext {
  level: Level
  goal: LearningGoal
  /** Whole hours that the student has in a week */
  weeklyHours: number
  /** The first 20 are considered. */
  courses: CourseCandidate[]
}

export interface CourseStep {
  courseId: string
  reasoning: string
  /** Whole weeks for this course at the student's weekly hours */
  weeks: number
}

export interface CodeExplanationContext {
  language: CodeLanguage
  /** At most 4,000 characters */
  code: string
  question?: string
}

export interface ExplainedPart {
  /** 1 is the first line of the code. */
  firstLine: number
  lastLine: number
  explanation: string
  /** Terms to look up */
  concepts: string[]
}

export interface FeatureIdeaContext {
  /** What the project does and how far it is, in the student's own words */
  description: string
  stack?: Technology[]
  level: Level
}

export interface FeatureIdea {
  title: string
  description: string
  effort: Effort
  /** What the student learns by it */
  skills: string[]
}
