import type { SampleAnswers } from '@inkling/widget-kit/testing/stream-sample'

export const assignment = [
  'const prices = [12, 8, 30]',
  '',
  'function total(items, discount) {',
  '  let sum = 0',
  '  for (let i = 0; i <= items.length; i++) {',
  '    sum = sum + items[i]',
  '  }',
  '  if (discount) sum = sum - sum * discount',
  '  return sum',
  '}',
  '',
  "document.querySelector('#total').textContent = total(prices, 0.1).toFixed(2)",
].join('\n')

/** What the server answers for the host page's three questions. */
export const sampleAnswers = {
  'webappBuilder.learningPath': {
    items: [
      {
        courseId: 'WB-101',
        weeks: 2,
        reasoning: 'You will use the terminal and git in every later course, so two calm weeks here pay off.',
      },
      { courseId: 'WB-110', weeks: 3, reasoning: 'Your first own pages, and the ground on which everything in the browser stands.' },
      {
        courseId: 'WB-120',
        weeks: 5,
        reasoning: 'Takes the pages you have built and makes them react; the largest step of the path, so take your time.',
      },
      { courseId: 'WB-210', weeks: 5, reasoning: 'Functions and events return here as components, the way most teams build interfaces.' },
    ],
  },
  'webappBuilder.codeExplanation': {
    items: [
      {
        firstLine: 3,
        lastLine: 4,
        explanation: 'total takes a list and a discount. sum is its memory: it starts at 0 and grows with each round.',
        concepts: ['functions', 'variables'],
      },
      {
        firstLine: 5,
        lastLine: 7,
        explanation: 'With three prices, i goes through 0, 1, 2 and then 3. What is items[3], and what does sum become when you add it?',
        concepts: ['for loop', 'array.length', 'undefined'],
      },
      {
        firstLine: 8,
        lastLine: 9,
        explanation: 'Only if there is a discount, a part of the sum is taken away. Whatever sum holds by then goes back to the caller.',
        concepts: ['conditions', 'return value'],
      },
      {
        firstLine: 12,
        lastLine: 12,
        explanation: 'Finds the element with the id total in the page and writes the result into it, with two decimals.',
        concepts: ['DOM', 'toFixed'],
      },
    ],
  },
  'webappBuilder.featureIdeas': {
    items: [
      {
        title: 'A first habit to tick',
        description: 'New visitors see one sample habit instead of an empty list. Start with one entry in the initial state.',
        effort: 'hours',
        skills: ['empty states'],
      },
      {
        title: 'Skip a day on purpose',
        description: 'A sick day no longer breaks a streak. Begin with a third state beside done and open.',
        effort: 'hours',
        skills: ['state'],
      },
      {
        title: 'Nothing lost on reload',
        description: 'Habits are there again tomorrow. Save the list whenever it changes and read it at the start.',
        effort: 'days',
        skills: ['localStorage', 'JSON'],
      },
      {
        title: 'The month as a grid',
        description: 'Thirty squares show at a glance which days were good. Begin with the days of this month as an array.',
        effort: 'days',
        skills: ['CSS grid', 'dates'],
      },
      {
        title: 'The same list on two devices',
        description: 'Phone and laptop show the same habits. Start with an account by a ready-made service.',
        effort: 'week',
        skills: ['authentication', 'synchronisation'],
      },
    ],
  },
} satisfies SampleAnswers
