import { codeReview } from './code-review.ts'
import { successMetrics } from './success-metrics.ts'
import { workflowOptimization } from './workflow-optimization.ts'

export const aiAutomation = { codeReview, successMetrics, workflowOptimization }
