import { ProductPage } from '../page/product-page.tsx'
import { AutomationLogo } from './automation-logo.tsx'
import { BuildSection } from './build-section.tsx'
import { DeploySection } from './deploy-section.tsx'
import { TestSection } from './test-section.tsx'
import { useCodeNode } from './use-code-node.ts'
import { useDeployment } from './use-deployment.ts'
import { useQuestions } from './use-questions.ts'
import { useTestRun } from './use-test-run.ts'
import { useWorkflow } from './use-workflow.ts'
import { english } from './words/english.ts'
import { korean } from './words/korean.ts'
import { WorkflowHead } from './workflow-head.tsx'

const shell = { en: english.shell, ko: korean.shell }

/** An editor of workflows, with Inkling's widgets where its authors build, test and deploy. */
export function AutomationPage() {
  return (
    <ProductPage
      product="ai-automation"
      suggestions={['workflowOptimization', 'codeReview', 'successMetrics']}
      name="AI Automation"
      logo={<AutomationLogo />}
      initials="ML"
      words={shell}
    >
      <Editor />
    </ProductPage>
  )
}

function Editor() {
  const workflow = useWorkflow()
  const node = useCodeNode()
  const deployment = useDeployment()
  const run = useTestRun()
  const { workflowQuestion, codeQuestion, metricQuestion } = useQuestions(workflow, node, deployment)
  return (
    <>
      <WorkflowHead deployment={deployment} run={run} />
      <BuildSection workflow={workflow} run={run} question={workflowQuestion} />
      <TestSection node={node} question={codeQuestion} />
      <DeploySection deployment={deployment} question={metricQuestion} />
    </>
  )
}
