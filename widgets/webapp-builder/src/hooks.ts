'use client'

import { defineSuggestion, sendCandidates } from '@inkling/widget-kit'
import type {
  CodeExplanationContext,
  CourseCandidate,
  CourseStep,
  ExplainedPart,
  FeatureIdea,
  FeatureIdeaContext,
  LearningPathContext,
} from './context.ts'

/** Puts the courses into an order that leads to the goal; the answer as it stands and the gestures on it, for markup of the host's own. */
export const useLearningPathSuggestions = defineSuggestion<LearningPathContext, CourseStep>('webappBuilder', 'learningPath', {
  level: true,
  goal: true,
  weeklyHours: true,
  // A course's note is shown, and stays in the browser.
  courses: sendCandidates<Omit<CourseCandidate, 'note'>>({
    id: true,
    title: true,
    level: true,
    hours: true,
    topics: true,
    requires: true,
  }),
})

/** Walks through the code by ranges of lines. */
export const useCodeExplanationSuggestions = defineSuggestion<CodeExplanationContext, ExplainedPart>('webappBuilder', 'codeExplanation', {
  language: true,
  code: true,
  question: true,
})

/** Proposes five next steps for a project. */
export const useFeatureIdeaSuggestions = defineSuggestion<FeatureIdeaContext, FeatureIdea>('webappBuilder', 'featureIdeas', {
  description: true,
  stack: true,
  level: true,
})
