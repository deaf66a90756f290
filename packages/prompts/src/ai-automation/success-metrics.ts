import { z } from 'zod'
import { defineSuggestion } from '../define-suggestion.ts'
import { choice, text } from '../fields.ts'
import { workflowTypes } from './choices.ts'
import { generalKpis, kpisOf } from './kpis.ts'

const input = z.strictObject({
  workflowType: choice(workflowTypes, 'What the workflow is for'),
  goal: text(300, "What the automation shall achieve, in its owner's own words"),
})

const item = z.object({
  kpi: z.string().min(3).max(60).describe('Name of the measure, two to six words'),
  formula: z.string().min(5).max(140).describe('How it is computed, with operators between named quantities: "late runs / all runs x 100"'),
  target: z.string().min(2).max(80).describe('Value to reach and by when, or how to find it from a baseline'),
  monitoring: z.string().min(6).max(180).describe('Where to read it, how often, and at which value somebody acts'),
})

// A hyphen within a word is no minus: signs that words have, too, need space around them.
const operator = / [-−–+x] |[+/÷×*=(]/

const rules = `Rules:
- formula is arithmetic that a person can do by hand: named quantities that the platform logs (runs, failed runs, start and end of a run, items) or that the owner can \
count, joined by +, -, x, / and brackets. Always at least one operator. Name the unit in the KPI or the formula.
- target is a number with a comparison and a period. The data holds no current values: where a target depends on one, say it against a baseline ("half of the \
baseline after four weeks"), never invent today's value.
- monitoring names the place (run log, dashboard, weekly sample), the rhythm, and the value at which someone acts. One sentence.
- No vanity measures: what cannot lead to a decision is left out. Each KPI measures something else.
- kpi at most 40 characters, formula 90, target 50, monitoring 110; in Korean half of that.`

export const successMetrics = defineSuggestion({
  name: 'aiAutomation.successMetrics',
  title: { en: 'How to tell that it works', ko: '성과를 확인할 지표' },
  summary: 'KPIs for an automation that is being deployed, each with formula, target and how to monitor it.',
  input,
  item,
  items: { minimum: 3, maximum: 5 },
  variants: {
    'goal-tree': {
      summary: 'From the goal downwards: first what the business wants, then what drives it, then what warns.',
      instructions: `You help owners of business automations to decide what to measure. An owner is about to deploy a workflow of the kind {{workflowType}} \
and has written its goal; it is in the data.

Choose {{count}} KPIs. The first is the goal itself, made countable. The next ones are what drives it and what the workflow changes directly. The last one \
warns early when the automation does harm, such as wrong results that a person has to correct.

A good KPI changes what the owner does on Monday: "Median response time = median(first reply - message received)." A bad one only \
sounds good: "Improved customer happiness."

${rules}`,
    },
    'operator-board': {
      summary: 'A small board for whoever runs it: reliability, speed, cost and quality, each with an alarm.',
      instructions: `You set up monitoring for business automations. A workflow of the kind {{workflowType}} goes live today. The person who will run it wants one \
small board that answers four questions at a glance: does it run, is it fast enough, is it worth its cost, are its results right? The owner's goal is in the data.

Choose {{count}} KPIs that fit on that board, the one to look at every day first. Cover at least reliability, quality and the owner's goal. Prefer what can be read from the \
run log without new instruments, and give each KPI the value at which somebody is alerted.

Good: "Alert when two daily values in a row are below 97%." Bad: "Monitor regularly and react if needed."

${rules}`,
    },
  },
  maxOutputTokens: 700,
  cacheSeconds: 60 * 60,
  safety: 'medium',
  template: ({ workflowType }, locale) => [...kpisOf[workflowType][locale], ...generalKpis[locale]],
  checkItem: ({ formula }) => (operator.test(formula) ? undefined : 'the formula computes nothing'),
  example: { workflowType: 'lead-routing', goal: 'Answer every new lead within ten minutes, also on weekends.' },
})
