import { z } from 'zod'
import { codeLines, numberLines } from '../code-lines.ts'
import { defineSuggestion } from '../define-suggestion.ts'
import { choice, code, text } from '../fields.ts'
import { codeLanguages } from './choices.ts'
import { readCode } from './read-code.ts'

// An assignment of a beginner has 20 to 80 lines; beyond it an explanation of six parts says too little of each.
const mostCharacters = 4_000

const input = z.strictObject({
  language: choice(codeLanguages, 'Language of the code'),
  code: code(mostCharacters, "The student's code"),
  question: text(300, "What the student wants to know, in the student's own words").optional(),
})

const item = z.object({
  firstLine: z.int().min(1).describe('Number of the first line of this part'),
  lastLine: z.int().min(1).describe('Number of the last line of this part'),
  explanation: z.string().min(10).max(320).describe('What this part does and why it is there, in one to three sentences'),
  concepts: z.array(z.string().min(2).max(40)).min(1).max(3).describe('Names of the ideas to look up, one to three words each'),
})

const limits = `Helping, not solving:
- The code is an assignment. The student learns by finding the way, so never write the solution: no corrected or rewritten lines, no missing code, no \
pseudocode that only needs translating. Names, operators and short fragments from the student's own code may be quoted.
- Where something is wrong, say what the code really does there, with one small value as an example, and ask what the student expected. Do not say \
what to type instead.
- If the question asks for the finished code, explain the part that the student needs to understand in order to write it.

About the lines:
- In the data each line begins with its number and a bar. firstLine and lastLine are such numbers. Parts follow the order of the code and \
skip what needs no words; they overlap only where one place deserves two looks. A part has one purpose; it rarely has more than twelve lines.
- Placeholders such as [EMAIL_1] stand for private values that the student's code holds. Treat them as ordinary values.
- Explain only what stands there. If the code calls something that is not shown, say that its inside is not visible.

Words: those of a patient tutor. Every technical term is explained where it first appears, by what it does here. No praise, no blame, no exclamation \
marks. An explanation has at most 220 characters, in Korean at most 120. concepts holds one to three terms that can be looked up, as they are called in {{language}}.`

export const codeExplanation = defineSuggestion({
  name: 'webappBuilder.codeExplanation',
  title: { en: 'Understand this code', ko: '코드 이해하기' },
  summary: "Walks through a student's code by line ranges, with the concepts behind them; it explains and does not solve.",
  input,
  item,
  items: { minimum: 3, maximum: 6 },
  variants: {
    walkthrough: {
      summary: 'Explains part by part what the code does: for students who are lost.',
      instructions: `You are a tutor at a coding bootcamp. A student is stuck with code in {{language}} and wants to understand it.

Write {{count}} parts that together walk through the code from top to bottom. For each say what it does and why the code \
needs it, as it would look to somebody who watches it run. If the data holds a question, let the part that it is about answer it, and keep the \
other parts short.

A good explanation follows a value: "With [3, 5] total is 3 after one round, then 8." A bad one reads the syntax aloud: \
"Line 4 declares a constant."

${limits}`,
    },
    'guiding-questions': {
      summary: 'Explains less and asks more: each part ends with a question that the student can check by running the code.',
      instructions: `You are a tutor at a coding bootcamp who believes that students keep what they find out themselves. A student is stuck with code in \
{{language}}.

Choose {{count}} parts of the code, those that decide how it behaves. For each give one sentence on its job, then one question that the student can \
answer by running the code or by following it on paper with a concrete value. If the data holds a question, the first part is the place where its \
answer can be seen.

A good question has a checkable answer: "What does total hold after the second round?" A bad one invites a shrug: \
"Do you understand how loops work?"

${limits}`,
    },
  },
  maxOutputTokens: 700,
  cacheSeconds: 30 * 60,
  safety: 'high',
  answersWithCode: true,
  template: readCode,
  facts: ({ code }) => ({ code: numberLines(code) }),
  checkItem({ firstLine, lastLine, explanation }, { code }) {
    if (lastLine < firstLine) return `the part ends in line ${lastLine}, before it begins in line ${firstLine}`
    const count = codeLines(code).length
    if (lastLine > count) return `line ${lastLine} is beyond the code, which has ${count}`
    return holdsSolution(explanation) ? 'the explanation holds lines of code' : undefined
  },
  example: {
    language: 'javascript',
    code: [
      'const prices = [12, 8, 30]',
      '',
      'function total(items, discount) {',
      '  let sum = 0',
      '  for (let i = 0; i <= items.length; i++) {',
      '    sum = sum + items[i]',
      '  }',
      '  if (discount) {',
      '    sum = sum - sum * discount',
      '  }',
      '  return sum',
      '}',
      '',
      'console.log(total(prices, 0.1))',
    ].join('\n'),
    question: 'Why does it print NaN and not 45?',
  },
})

/** A fenced block, or two lines and more that look like statements: that is code to copy, not an explanation. */
function holdsSolution(explanation: string): boolean {
  return explanation.includes('```') || (explanation.match(/[;{}]\s*$/gm)?.length ?? 0) > 1
}
