import { registry } from '@inkling/prompts'
import { choicesOf, type VisitorFactory } from './visitor.ts'

const { workflowOptimization } = registry.aiAutomation
const workflowTypes = choicesOf(workflowOptimization, 'useCase')
const stepNames = ['Form is sent', 'Look up the customer', 'Write to the table', 'Ask for approval', 'Send a message', 'Make the invoice']
const painPoints = ['It takes two days.', 'Some entries are lost.', 'Somebody copies everything by hand.', 'Nobody notices when it fails.']
const goals = ['Answer within one hour', 'No lost leads', 'Half the manual work', 'Every invoice on time']
const lines = ['const total = items.length', 'if (total > 10) notify()', 'return items.map(clean)', 'await save(items)', 'retry(3)']

/** Somebody who builds one workflow and looks at it again and again; nearly all of it is in their own words. */
export const aiAutomationVisitor: VisitorFactory = (random) => {
  const workflow = {
    useCase: random.zipf(workflowTypes, 1.1),
    steps: stepNames.slice(0, random.between(2, stepNames.length)),
    painPoint: random.pick(painPoints),
    goal: random.pick(goals),
    code: [random.pick(lines), random.pick(lines)],
  }
  const nextPage = () =>
    random.weighted([
      ['workflowOptimization', 40],
      ['codeReview', 30],
      ['successMetrics', 30],
    ] as const)
  let page = nextPage()
  return {
    turn: () => {
      page = nextPage()
    },
    refine: () => {
      if (page === 'codeReview') workflow.code.push(random.pick(lines))
      else if (page === 'successMetrics') workflow.goal = random.pick(goals)
      else workflow.painPoint = random.pick(painPoints)
    },
    ask: () => {
      const { useCase, steps, painPoint, goal, code } = workflow
      if (page === 'codeReview') return { key: page, context: { language: 'javascript', code: code.join('\n') } }
      if (page === 'successMetrics') return { key: page, context: { workflowType: useCase, goal } }
      return { key: page, context: { useCase, steps, painPoint } }
    },
  }
}
