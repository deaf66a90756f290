export { InklingProvider, type InklingProviderProps } from '@inkling/widget-kit'
export { CodeReviewSuggestions, type CodeReviewSuggestionsProps } from './code-review-suggestions.tsx'
export type {
  CodeReviewContext,
  CodeReviewSuggestion,
  SuccessMetricContext,
  SuccessMetricSuggestion,
  WorkflowContext,
  WorkflowSuggestion,
} from './context.ts'
export { useCodeReviewSuggestions, useSuccessMetricSuggestions, useWorkflowSuggestions } from './hooks.ts'
export { SuccessMetricSuggestions, type SuccessMetricSuggestionsProps } from './success-metric-suggestions.tsx'
export { WorkflowSuggestions, type WorkflowSuggestionsProps } from './workflow-suggestions.tsx'
