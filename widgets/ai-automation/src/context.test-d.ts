import type { Registry } from '@inkling/prompts'
import { expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type {
  CodeReviewContext,
  CodeReviewSuggestion,
  SuccessMetricContext,
  SuccessMetricSuggestion,
  WorkflowContext,
  WorkflowSuggestion,
} from './context.ts'

type Automation = Registry['aiAutomation']
type Sent<Key extends keyof Automation> = z.input<Automation[Key]['input']>
type Item<Key extends keyof Automation> = z.output<Automation[Key]['item']>

test('what the widgets send is what the server takes', () => {
  expectTypeOf<WorkflowContext>().toExtend<Sent<'workflowOptimization'>>()
  expectTypeOf<CodeReviewContext>().toExtend<Sent<'codeReview'>>()
  expectTypeOf<SuccessMetricContext>().toExtend<Sent<'successMetrics'>>()
})

test('what the server answers is what the widgets show', () => {
  expectTypeOf<Item<'workflowOptimization'>>().toEqualTypeOf<WorkflowSuggestion>()
  expectTypeOf<Item<'codeReview'>>().toEqualTypeOf<CodeReviewSuggestion>()
  expectTypeOf<Item<'successMetrics'>>().toEqualTypeOf<SuccessMetricSuggestion>()
})
