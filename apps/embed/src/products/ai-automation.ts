import { CodeReviewSuggestions, SuccessMetricSuggestions, WorkflowSuggestions } from '@inkling/widgets-ai-automation'
import styles from '@inkling/widgets-ai-automation/styles.css?inline'
import { productOf } from '../element/product-of.ts'

export const mount = productOf(styles, {
  'workflow-optimization': WorkflowSuggestions,
  'code-review': CodeReviewSuggestions,
  'success-metrics': SuccessMetricSuggestions,
})
