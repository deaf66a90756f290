'use client'

import { defineSuggestion } from '@inkling/widget-kit'
import { reviewedPart } from './code-lines.ts'
import type {
  CodeReviewContext,
  CodeReviewSuggestion,
  SuccessMetricContext,
  SuccessMetricSuggestion,
  WorkflowContext,
  WorkflowSuggestion,
} from './context.ts'

// The server takes no more.
const maximumSteps = 20
const maximumCodeLength = 6_000

/** Tips for a workflow in the order of their worth; the answer as it stands and the gestures on it, for markup of the host's own. */
export const useWorkflowSuggestions = defineSuggestion<WorkflowContext, WorkflowSuggestion>('aiAutomation', 'workflowOptimization', {
  useCase: true,
  steps: (steps) => steps.slice(0, maximumSteps),
  painPoint: true,
})

/** Reviews the code of a node. */
export const useCodeReviewSuggestions = defineSuggestion<CodeReviewContext, CodeReviewSuggestion>('aiAutomation', 'codeReview', {
  language: true,
  code: (code) => reviewedPart(code, maximumCodeLength),
})

/** Chooses the KPIs of an automation. */
export const useSuccessMetricSuggestions = defineSuggestion<SuccessMetricContext, SuccessMetricSuggestion>(
  'aiAutomation',
  'successMetrics',
  { workflowType: true, goal: true },
)
