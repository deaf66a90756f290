import { z } from 'zod'
import { defineSuggestion } from '../define-suggestion.ts'
import { choice, list, text } from '../fields.ts'
import { levels, technologies } from './choices.ts'
import { efforts, nextSteps, stepCount } from './next-steps.ts'

const input = z.strictObject({
  description: text(600, "What the project does and how far it is, in the student's own words"),
  stack: list(choice(technologies, 'A technology'), 6, 'What the project is built with').default([]),
  level: choice(levels, 'What the student can do today'),
})

const item = z.object({
  title: z.string().min(3).max(60).describe('The step, two to six words'),
  description: z.string().min(10).max(220).describe('What people can do afterwards, and how to begin, in one or two sentences'),
  effort: z.enum(efforts).describe('hours: one evening; days: a few sessions; week: about a week of evenings'),
  skills: z.array(z.string().min(2).max(40)).min(1).max(2).describe('What the student learns by it, one to three words each'),
})

const rules = `What makes a step worth proposing:
- It grows out of this project: it names something that the description holds, and would not fit any other project as it stands.
- It can be finished and shown by one student of this level ({{level}}), with this stack: {{stack}} ("none" means that nothing is chosen yet; then stay \
with what runs in a browser). At most one step brings in one new technology, and says why.
- People who use the project notice it, or the student would be asked about it in an interview.
- It is not there already. If the description says that something is done, build on it.
- Nothing that needs real money, other people's personal data, scraping of foreign sites, or a key that a beginner would leak.

Effort, honestly, for this level: hours is one evening, days a few sessions, week about a week of evenings. At least one step takes hours only; at \
most one takes a week. What would take longer is cut down to its first useful piece.

The description speaks to the student: what people can do afterwards, then how to begin. At most 150 characters, in Korean at most 85. \
No code. skills: one or two things that can be looked up, under their usual names.`

export const featureIdeas = defineSuggestion({
  name: 'webappBuilder.featureIdeas',
  title: { en: 'What to build next', ko: '다음에 만들 기능' },
  summary: 'Five next steps for a project that fit its stack and the level of the student, with effort.',
  input,
  item,
  items: { minimum: stepCount, maximum: stepCount },
  variants: {
    'small-steps': {
      summary: 'From the smallest to the largest, each resting on the one before: for students who do not know where to go on.',
      instructions: `You are a mentor at a coding bootcamp. A student has a project and does not know what to build next. The data describes it.

Write {{count}} next steps, the smallest first. Later ones may rest on earlier ones. Imagine that the student does only the first: even then \
the project should be better than today.

A good step is concrete: "Scale a recipe to the guests, ingredient by ingredient." A bad one is a category: \
"Add more features for users."

${rules}`,
    },
    'demo-day': {
      summary: 'Towards a demonstration of three minutes: what an audience sees and remembers.',
      instructions: `You are a mentor at a coding bootcamp. In three weeks a student shows the project in the data to visitors, three minutes on a stage. Propose \
what to build until then.

Write {{count}} next steps, the one that changes the demonstration most first. Think of the moment that visitors will retell: something that happens \
before their eyes, with data that looks lived in, also when the network is slow. Include one step that prevents an embarrassing failure on stage.

A good step can be shown in one sentence: "Two phones, one list: a tick appears on both." A bad one stays invisible: \
"Refactor the code base."

${rules}`,
    },
  },
  maxOutputTokens: 700,
  cacheSeconds: 30 * 60,
  safety: 'medium',
  template: nextSteps,
  example: {
    description: 'A habit tracker. You add habits, tick them off each day and see your current streak. Entries are lost on reload.',
    stack: ['react', 'typescript'],
    level: 'beginner',
  },
})
