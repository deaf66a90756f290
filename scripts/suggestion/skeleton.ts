const kebab = (camel: string) => camel.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const words = (camel: string) => kebab(camel).replaceAll('-', ' ')
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A suggestion that works and is to be rewritten: every field is there, with what to think about beside it. */
export function skeletonOf(product: string, key: string): string {
  const title = sentence(words(key))
  return `import { z } from 'zod'
import { defineSuggestion } from '../define-suggestion.ts'
import { choice, text, wholeNumber } from '../fields.ts'

// Only what is declared here can leave the process. Closed values may fill {{variables}}; text and code are data, inspected and redacted.
const input = z.strictObject({
  goal: choice(['save-time', 'try-something-new'], 'What the person wants'),
  people: wholeNumber({ minimum: 1, maximum: 100 }, 'How many people it is for'),
  notes: text(400, "What else matters, in the person's own words").optional(),
})

// Short items: the first one should stand after about a second.
const item = z.object({
  title: z.string().min(2).max(60).describe('What to do, two to six words'),
  reason: z.string().min(10).max(200).describe('Why it fits, concretely, in one sentence'),
})

export const ${key} = defineSuggestion({
  name: '${product}.${key}',
  title: { en: '${title}', ko: '새 제안' },
  summary: 'One sentence for the documentation: what a person gets.',
  input,
  item,
  items: { minimum: 3, maximum: 5 },
  variants: {
    // The first is the control. A variant should differ in a way that is worth a test.
    direct: {
      summary: 'Says what to do first and why second.',
      instructions: \`You advise people who want to {{goal}}. There are {{people}} of them.

Write {{count}} items. Name what to do, then why it fits, with a fact from the data. Leave out what cannot be supported by the data.\`,
    },
    questioning: {
      summary: 'Leads with the question that the item answers.',
      instructions: \`You help people to decide; they want to {{goal}}. There are {{people}} of them.

Write {{count}} items. Let each answer one question that such people ask, the most pressing first. Plain words, no praise.\`,
    },
  },
  maxOutputTokens: 500,
  cacheSeconds: 30 * 60,
  safety: 'medium',
  // What is shown without Claude. It should be of use, not an apology.
  template: ({ people }, locale) =>
    locale === 'ko'
      ? [
          { title: '작게 시작하기', reason: \`\${people}명이 함께 하기에 부담이 없어요.\` },
          { title: '할 일 나누기', reason: '각자 맡은 일이 분명해져요.' },
          { title: '끝나고 돌아보기', reason: '다음에 무엇을 바꿀지 알 수 있어요.' },
        ]
      : [
          { title: 'Start small', reason: \`A first step that suits \${people} people.\` },
          { title: 'Share the work', reason: 'Everybody knows what is theirs to do.' },
          { title: 'Look back together', reason: 'It shows what to change next time.' },
        ],
  example: { goal: 'save-time', people: 4, notes: 'Two of us are new to this.' },
})
`
}

/** The product's list with the suggestion in it, in alphabetical order. */
export function addToList(list: string | undefined, product: string, key: string): string {
  const keys =
    list === undefined ? [] : [...list.matchAll(/^import \{ (\w+) \} from '\.\/([\w-]+)\.ts'$/gm)].map((match) => match[1] as string)
  const all = [...new Set([...keys, key])].sort()
  const imports = all.map((name) => `import { ${name} } from './${kebab(name)}.ts'`).join('\n')
  return `${imports}\n\nexport const ${product} = { ${all.join(', ')} }\n`
}
