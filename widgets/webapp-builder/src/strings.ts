import type { Effort, Level } from './context.ts'

// "Week 3", "Weeks 3–5"
const range = (first: number, last: number) => (first === last ? `${first}` : `${first}–${last}`)

const english = {
  pathTitle: 'Your learning path',
  explanationTitle: 'Understand this code',
  ideasTitle: 'What to build next',
  addCourse: 'Add to plan',
  keepNote: 'Add to notes',
  addIdea: 'Add to board',
  weeks: (first: number, last: number) => `${first === last ? 'Week' : 'Weeks'} ${range(first, last)}`,
  whole: (weeks: number) => `${weeks} ${weeks === 1 ? 'week' : 'weeks'} in all`,
  lines: (first: number, last: number) => `${first === last ? 'Line' : 'Lines'} ${range(first, last)}`,
  level: { beginner: 'Beginner', intermediate: 'Intermediate', advanced: 'Advanced' } satisfies Record<Level, string>,
  effort: { hours: 'One evening', days: 'A few sessions', week: 'About a week' } satisfies Record<Effort, string>,
}

type WebappBuilderStrings = {
  [Key in keyof typeof english]: (typeof english)[Key] extends string ? string : (typeof english)[Key]
}

const korean: WebappBuilderStrings = {
  pathTitle: '나에게 맞는 학습 경로',
  explanationTitle: '코드 이해하기',
  ideasTitle: '다음에 만들 기능',
  addCourse: '계획에 추가',
  keepNote: '노트에 추가',
  addIdea: '보드에 추가',
  weeks: (first, last) => `${range(first, last)}주차`,
  whole: (weeks) => `모두 ${weeks}주`,
  lines: (first, last) => `${range(first, last)}행`,
  level: { beginner: '입문', intermediate: '중급', advanced: '고급' },
  effort: { hours: '하루 저녁', days: '며칠', week: '일주일 정도' },
}

export const webappBuilderStrings = { en: english, ko: korean }
