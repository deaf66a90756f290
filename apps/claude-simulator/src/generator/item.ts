import type { Entry } from '../content/entry.ts'
import type { Random } from '../random.ts'
import type { Candidate, RequestFacts } from './request-facts.ts'

/** What stays the same over one answer. */
export interface AnswerContext {
  facts: RequestFacts
  random: Random
  now: number
}

/** The item that is being written: its place, its idea, its candidate. */
export interface Item {
  index: number
  count: number
  entry: Entry
  candidate: Candidate | null
}

/** Which details of an idea answer to a property's name; the first that the idea has is taken. */
const roles: readonly { names: RegExp; details: readonly string[] }[] = [
  { names: /^(kpi|metric|indicator)/i, details: ['kpi', 'title'] },
  { names: /formula|calculation/i, details: ['formula', 'body'] },
  { names: /target|goal|threshold/i, details: ['target', 'body'] },
  { names: /monitor|track|measure/i, details: ['monitor', 'body'] },
  { names: /problem|issue|risk/i, details: ['problem', 'body'] },
  { names: /^(fix|solution|remedy|suggestion|recommendation)/i, details: ['fix', 'body'] },
  { names: /severity|priority/i, details: ['severity', 'effort'] },
  { names: /effort|difficulty/i, details: ['effort'] },
  { names: /effect|impact|benefit|outcome|gain/i, details: ['effect', 'body'] },
  { names: /^(course|phase|stage|category|type)$/i, details: ['course', 'timeline'] },
  { names: /timing|timeline|when|schedule/i, details: ['timing', 'timeline', 'body'] },
  { names: /budget|cost/i, details: ['budget', 'body'] },
  { names: /hook/i, details: ['hook', 'title'] },
  { names: /hashtag|^tags$/i, details: ['hashtags'] },
  { names: /concept|topic|skills/i, details: ['concepts'] },
  { names: /^lines?(range)?$/i, details: ['lines', 'line'] },
  { names: /dish|angle|^tip$|name|title|heading|headline|theme|idea|feature|section|label|subject/i, details: ['title'] },
]

/** The detail of the idea that a property stands for, by its own name before all; undefined where its name says nothing. */
export function detailOf(entry: Entry, name: string): string | readonly string[] | undefined {
  const own = entry[name]
  if (own !== undefined) return own
  const role = roles.find(({ names }) => names.test(name))
  const key = role?.details.find((detail) => entry[detail] !== undefined)
  return key === undefined ? undefined : entry[key]
}
