import { z } from 'zod'
import { defineSuggestion } from '../define-suggestion.ts'
import { choice, list, text } from '../fields.ts'
import { adviseWithoutModel } from './advise-without-model.ts'
import { workflowTypes } from './choices.ts'

// A person follows no more than this on one screen, and a tip that names step 31 helps nobody.
const maximumSteps = 20

const input = z.strictObject({
  useCase: choice(workflowTypes, 'What the workflow is for'),
  steps: list(text(120, 'A step, as its author named it'), maximumSteps, 'Steps in the order in which they run, the trigger first').default(
    [],
  ),
  painPoint: text(500, "What goes wrong or takes too long, in the author's own words").optional(),
})

const item = z.object({
  step: z
    .int()
    .min(0)
    .max(maximumSteps)
    .describe('Number of the step that changes; 0 where it is the whole workflow or a new step at its end'),
  tip: z.string().min(4).max(70).describe('What to do, as a command of three to eight words'),
  how: z.string().min(10).max(240).describe('How to do it in this workflow, in one or two sentences'),
  effort: z.enum(['low', 'medium', 'high']).describe('low: under an hour; medium: half a day; high: a day and more'),
  effect: z.string().min(5).max(120).describe('What the author notices afterwards'),
})

const rules = `Rules:
- The steps in the data carry their numbers. step names the one that your tip changes; 0 stands for the whole workflow. Never a number that no step has.
- Judge from the steps themselves. If they are few or their names say little, advise what every {{useCase}} workflow needs and keep the claim small.
- Do not advise what a step already does. Do not advise another platform, another vendor, or a person to hire.
- Order by gain for the effort: what is cheap and removes the pain comes first, what takes a day comes last.
- effort is the author's own: low is under an hour of clicking, medium is half a day with a test, high is a day or more or another team's help.
- effect says what is different afterwards, seen by the author. No percentages and no hours saved: the data does not hold them.
- how has at most 150 characters, effect at most 70; in Korean at most 85 and 40.`

export const workflowOptimization = defineSuggestion({
  name: 'aiAutomation.workflowOptimization',
  title: { en: 'Make this workflow better', ko: '워크플로 개선' },
  summary: 'Ordered tips for a workflow that is being built, each at its step, with effort and effect.',
  input,
  item,
  items: { minimum: 3, maximum: 5 },
  variants: {
    'gain-first': {
      summary: 'A ranked list by gain for the effort: for authors who will do one thing today.',
      instructions: `You improve workflows on an automation platform. An author has a workflow of the kind {{useCase}} open in the editor and will \
change one or two things today. The data holds its steps and, if the author wrote one, the pain point.

Find {{count}} changes, the best gain for the effort first. Look for these in turn, and skip what does not apply: the cause of the pain point; data that \
a person still copies by hand; work that runs although it is not needed, because a condition is missing; a call to another system that may fail, be slow or run \
twice; a failure that nobody hears of; steps that wait for each other without reason.

A good tip names what to configure at which step: "Filter out free mail domains right after the form." A bad one could stand under any \
workflow: "Optimise your process for more efficiency." Put the change in tip, its settings in how.

${rules}`,
    },
    'failure-walk': {
      summary: 'Walks through the steps and asks what breaks: for workflows on which a business depends.',
      instructions: `You make business workflows dependable. An author has a workflow of the kind {{useCase}} open in the editor. It works on a good \
day; you know the bad ones: a form sent twice, an empty field, a system that answers slowly or not at all, a rate limit on Monday morning, a \
colleague on holiday who should have approved.

Walk through the steps of the data in your mind, one run on the worst day, and note where it would lose, repeat or delay something, and who would notice. Then write \
{{count}} tips. The pain point, if there is one, comes first when you found its cause; after it, what is likely and costly before what is rare.

A good tip gives the guard and its setting: "Retry twice with growing pauses, then park the item." A bad one only warns: \
"Make sure that errors are handled." In effect, name the bad day that will pass unnoticed.

${rules}`,
    },
  },
  maxOutputTokens: 700,
  cacheSeconds: 60 * 60,
  safety: 'high',
  facts: ({ steps }) => ({ steps: steps.map((step, index) => `${index + 1}. ${step}`) }),
  template: adviseWithoutModel,
  checkItem: ({ step }, { steps }) => (step > steps.length ? `step ${step} does not exist, there are ${steps.length}` : undefined),
  example: {
    useCase: 'lead-routing',
    steps: ['Contact form is sent', 'Copy the lead into the CRM by hand', 'Score the lead in a code node', 'Post to the sales channel'],
    painPoint: 'Leads from the weekend sit until Monday and some are entered twice.',
  },
})
