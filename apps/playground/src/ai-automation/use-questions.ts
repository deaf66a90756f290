import type { CodeReviewSuggestionsProps, SuccessMetricSuggestionsProps, WorkflowSuggestionsProps } from '@inkling/widgets-ai-automation'
import { useMemo } from 'react'
import { useRested } from '../page/use-rested.ts'
import type { CodeNode } from './use-code-node.ts'
import type { Deployment } from './use-deployment.ts'
import type { Workflow } from './use-workflow.ts'
import { useWords } from './words/use-words.ts'

export type WorkflowQuestion = Pick<WorkflowSuggestionsProps, 'useCase' | 'steps' | 'painPoint'>
export type CodeQuestion = Pick<CodeReviewSuggestionsProps, 'language' | 'code'>
export type MetricQuestion = Pick<SuccessMetricSuggestionsProps, 'workflowType' | 'goal'>

// Between two words people pause for less than a second; over code they think longer.
const typingPauseMilliseconds = 900
const codingPauseMilliseconds = 1_500

/** What the page asks for, made from what the author has entered. */
export function useQuestions(workflow: Workflow, node: CodeNode, deployment: Deployment) {
  const { words } = useWords()
  // What nobody has typed is not waited for: another language's example is another question at once.
  const painPoint = (useRested(workflow.painPoint, typingPauseMilliseconds) ?? words.build.painPointExample).trim()
  const goal = (useRested(deployment.goal, typingPauseMilliseconds) ?? words.deploy.goalExample).trim()
  const { language, code } = node
  // Together: code under the name of another language would be a question of its own.
  const codeQuestion: CodeQuestion = useRested(
    useMemo(() => ({ language, code }), [language, code]),
    codingPauseMilliseconds,
  )

  const workflowQuestion: WorkflowQuestion = {
    useCase: 'lead-routing',
    steps: words.build.steps,
    ...(painPoint === '' ? {} : { painPoint }),
  }
  const metricQuestion: MetricQuestion = { workflowType: 'lead-routing', goal }
  return { workflowQuestion, codeQuestion, metricQuestion }
}
