export { InklingProvider, type InklingProviderProps } from '@inkling/widget-kit'
export { CodeExplanationSuggestions, type CodeExplanationSuggestionsProps } from './code-explanation-suggestions.tsx'
export type {
  CodeExplanationContext,
  CourseCandidate,
  CourseStep,
  ExplainedPart,
  FeatureIdea,
  FeatureIdeaContext,
  LearningPathContext,
} from './context.ts'
export { FeatureIdeaSuggestions, type FeatureIdeaSuggestionsProps } from './feature-idea-suggestions.tsx'
export { useCodeExplanationSuggestions, useFeatureIdeaSuggestions, useLearningPathSuggestions } from './hooks.ts'
export { LearningPathSuggestions, type LearningPathSuggestionsProps } from './learning-path-suggestions.tsx'
