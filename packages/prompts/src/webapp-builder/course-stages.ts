import type { LearningGoal } from './choices.ts'

/** What a course is about, in the order in which one builds on the other. `other` has no place of its own. */
export const stages = ['foundations', 'pages', 'javascript', 'interfaces', 'servers', 'databases', 'deployment'] as const
export type Stage = (typeof stages)[number] | 'other'

// The most specific first: "JavaScript on the server" is about servers. Matched against lower-case words.
const stageWords: readonly (readonly [Stage, RegExp])[] = [
  [
    'deployment',
    /\bdeploy|\bdocker\b|\bkubernetes\b|\bdevops\b|\bcloud\b|\bhosting\b|\bci\b|\bgo live\b|\bship(?:ping)?\b|배포|클라우드|도커/,
  ],
  ['databases', /\bdatabases?\b|\bsql\b|\bpostgres|\bmysql\b|\bmongo|데이터베이스|디비/],
  ['servers', /\bback-?end\b|\bservers?\b|\bapis?\b|\bnode\b|\bexpress\b|\bdjango\b|\bflask\b|\bspring\b|백엔드|서버/],
  ['interfaces', /\breact\b|\bvue\b|\bsvelte\b|\bangular\b|\bnext\.?js\b|\bcomponents?\b|리액트|컴포넌트/],
  ['javascript', /\bjavascript\b|\btypescript\b|\bdom\b|자바스크립트|타입스크립트/],
  ['pages', /\bhtml\b|\bcss\b|\bflexbox\b|\bresponsive\b|\bweb pages?\b|웹 ?페이지|반응형/],
  ['foundations', /\bbasics\b|\bfoundations?\b|\bfundamentals\b|\bgit\b|\bterminal\b|\bcommand line\b|\bfirst steps\b|기초|입문|깃/],
]

function stageIn(words: string): Stage | undefined {
  const plain = words.normalize('NFKC').toLowerCase()
  return stageWords.find(([, pattern]) => pattern.test(plain))?.[0]
}

/** The title decides; where it says nothing, the topics do. */
export function stageOf(course: { title: string; topics: readonly string[] }): Stage {
  return stageIn(course.title) ?? stageIn(course.topics.join(' · ')) ?? 'other'
}

const page = ['foundations', 'pages', 'javascript', 'deployment'] as const

/** What somebody with that goal cannot do without. */
export const stagesFor: Record<LearningGoal, readonly Stage[]> = {
  'first-website': page,
  'frontend-developer': [...page, 'interfaces'],
  'backend-developer': ['foundations', 'javascript', 'servers', 'databases', 'deployment'],
  'full-stack-developer': stages,
  'launch-product': stages,
}
