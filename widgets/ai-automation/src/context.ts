export type WorkflowType =
  | 'lead-routing'
  | 'customer-support'
  | 'invoicing'
  | 'reporting'
  | 'onboarding'
  | 'marketing'
  | 'data-sync'
  | 'approvals'
  | 'other'
export type CodeLanguage = 'javascript' | 'typescript' | 'python' | 'sql' | 'shell' | 'other'
export type Degree = 'low' | 'medium' | 'high'

export interface WorkflowContext {
  useCase: WorkflowType
  /** In the order in which they run, the trigger first. The first 20 are considered. */
  steps: string[]
  /** What goes wrong or takes too long, in the author's words; at most 500 characters. */
  painPoint?: string
}

export interface WorkflowSuggestion {
  /** From 1; 0 stands for the whole workflow */
  step: number
  tip: string
  how: string
  effort: Degree
  effect: string
}

export interface CodeReviewContext {
  language: CodeLanguage
  /** The first 6,000 characters, in whole lines, are reviewed. */
  code: string
}

export interface CodeReviewSuggestion {
  /** From 1 */
  line: number
  severity: Degree
  problem: string
  fix: string
}

export interface SuccessMetricContext {
  workflowType: WorkflowType
  /** What the automation shall achieve, in its owner's words; at most 300 characters. */
  goal: string
}

export interface SuccessMetricSuggestion {
  kpi: string
  formula: string
  target: string
  monitoring: string
}
