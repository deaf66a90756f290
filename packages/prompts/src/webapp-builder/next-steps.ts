import type { Locale } from '@inkling/contracts'
import { type Level, levels, type Technology } from './choices.ts'

export const efforts = ['hours', 'days', 'week'] as const

interface Step {
  title: string
  description: string
  effort: (typeof efforts)[number]
  skills: string[]
}

interface Idea {
  effort: Step['effort']
  /** For whom it is a step and not a leap or a repetition. */
  levels: readonly Level[]
  /** Whether it can be done with that stack. Absent: with any. */
  fits?(stack: readonly Technology[]): boolean
  en: Pick<Step, 'title' | 'description' | 'skills'>
  ko: Pick<Step, 'title' | 'description' | 'skills'>
}

const servers: readonly Technology[] = ['node', 'express', 'python', 'django', 'flask', 'java-spring', 'firebase', 'supabase']
const databases: readonly Technology[] = ['postgresql', 'mysql', 'mongodb', 'sqlite', 'firebase', 'supabase']
const hasServer = (stack: readonly Technology[]) => stack.some((technology) => servers.includes(technology))
const hasDatabase = (stack: readonly Technology[]) => stack.some((technology) => databases.includes(technology))

export const stepCount = 5

/** Five next steps that nearly every project can take: those of the level and the stack, the small ones first. */
export function nextSteps({ level, stack }: { level: Level; stack: readonly Technology[] }, locale: Locale): Step[] {
  return ideas
    .filter(({ fits }) => fits?.(stack) ?? true)
    .map((idea) => ({ idea, distance: Math.min(...idea.levels.map((own) => Math.abs(levels.indexOf(own) - levels.indexOf(level)))) }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, stepCount)
    .toSorted((a, b) => efforts.indexOf(a.idea.effort) - efforts.indexOf(b.idea.effort))
    .map(({ idea }) => ({ ...idea[locale], effort: idea.effort, skills: [...idea[locale].skills] }))
}

const ideas: readonly Idea[] = [
  {
    effort: 'hours',
    levels: ['beginner'],
    en: {
      title: 'A first screen that is not empty',
      description: 'Tell new visitors what to do when there is nothing to show yet. Start with one sentence and one button.',
      skills: ['conditional rendering'],
    },
    ko: {
      title: '비어 있지 않은 첫 화면',
      description: '아직 보여 줄 것이 없을 때 무엇을 하면 되는지 알려 주세요. 문장 하나와 버튼 하나로 시작하면 됩니다.',
      skills: ['조건부 렌더링'],
    },
  },
  {
    effort: 'hours',
    levels: ['beginner', 'intermediate'],
    en: {
      title: 'A README that others can follow',
      description: 'Say what it does, how to start it, and show one picture. Ask a classmate to try it without your help.',
      skills: ['documentation'],
    },
    ko: {
      title: '따라 할 수 있는 README',
      description: '무엇을 하는지, 어떻게 실행하는지 쓰고 그림 하나를 넣으세요. 동료가 도움 없이 실행해 보게 하세요.',
      skills: ['문서화'],
    },
  },
  {
    effort: 'hours',
    levels: ['beginner'],
    en: {
      title: 'Works with the keyboard alone',
      description: 'Put the mouse away and use every feature with Tab, Enter and Escape. Mend the first place where you get stuck.',
      skills: ['accessibility', 'semantic HTML'],
    },
    ko: {
      title: '키보드만으로 쓰기',
      description: '마우스를 치우고 Tab, Enter, Esc로 모든 기능을 써 보세요. 처음 막히는 곳부터 고치면 됩니다.',
      skills: ['접근성', '시맨틱 HTML'],
    },
  },
  {
    effort: 'days',
    levels: ['beginner', 'intermediate'],
    en: {
      title: 'Search and one filter',
      description: 'Let people find an entry by name and narrow the list by one property. Begin with a function and test it alone.',
      skills: ['array methods', 'state'],
    },
    ko: {
      title: '검색과 필터 하나',
      description: '이름으로 찾고 속성 하나로 목록을 좁히게 하세요. 함수 하나를 먼저 만들어 따로 시험해 보세요.',
      skills: ['배열 메서드', '상태'],
    },
  },
  {
    effort: 'days',
    levels: ['beginner'],
    fits: (stack) => !hasServer(stack) && !hasDatabase(stack),
    en: {
      title: 'Remember between visits',
      description: 'Keep the entries in the browser storage, so that a reload loses nothing. Think about what old data looks like.',
      skills: ['browser storage', 'JSON'],
    },
    ko: {
      title: '다시 와도 남아 있게',
      description: '항목을 브라우저 저장소에 보관해 새로고침해도 사라지지 않게 하세요. 예전 데이터의 모양도 생각해 보세요.',
      skills: ['브라우저 저장소', 'JSON'],
    },
  },
  {
    effort: 'hours',
    levels: ['intermediate'],
    fits: hasServer,
    en: {
      title: 'Check every input on the server',
      description: 'Send a missing field, a wrong type and a very long text, and answer each with a clear message.',
      skills: ['validation', 'HTTP status codes'],
    },
    ko: {
      title: '서버에서 입력 확인',
      description: '빠진 필드, 잘못된 형식, 아주 긴 글을 보내 보고 각각 분명한 안내로 답하게 하세요.',
      skills: ['입력 검증', 'HTTP 상태 코드'],
    },
  },
  {
    effort: 'days',
    levels: ['intermediate', 'advanced'],
    en: {
      title: 'Tests for the one path that matters',
      description: 'Pick what must never break and cover it: the usual case, an empty one, and one that fails.',
      skills: ['automated tests'],
    },
    ko: {
      title: '가장 중요한 흐름 테스트',
      description: '절대 깨지면 안 되는 흐름을 골라 보통의 경우, 빈 경우, 실패하는 경우를 시험하세요.',
      skills: ['자동화 테스트'],
    },
  },
  {
    effort: 'week',
    levels: ['intermediate'],
    en: {
      title: 'Accounts by a ready-made service',
      description: 'Let each person see their own data. Use an existing sign-in service and decide which pages stay public.',
      skills: ['authentication', 'sessions'],
    },
    ko: {
      title: '준비된 서비스로 로그인',
      description: '각자 자기 데이터만 보게 하세요. 기존 로그인 서비스를 쓰고 어떤 페이지를 공개할지 정하세요.',
      skills: ['인증', '세션'],
    },
  },
  {
    effort: 'hours',
    levels: ['intermediate', 'advanced'],
    en: {
      title: 'Measure before you speed up',
      description: 'Record the load time and the slowest action on a phone. Change one thing, measure again, keep the numbers.',
      skills: ['performance', 'browser tools'],
    },
    ko: {
      title: '먼저 재고 빠르게',
      description: '휴대폰에서 로딩 시간과 가장 느린 동작을 재 보세요. 하나를 바꾸고 다시 재서 숫자를 남기세요.',
      skills: ['성능', '개발자 도구'],
    },
  },
  {
    effort: 'days',
    levels: ['advanced'],
    fits: hasDatabase,
    en: {
      title: 'A slow query, found and explained',
      description: 'Fill the database with many rows, find the slowest query, read its plan, and show what an index changes.',
      skills: ['query plans', 'indexes'],
    },
    ko: {
      title: '느린 쿼리 찾아 설명하기',
      description: '데이터를 많이 채우고 가장 느린 쿼리를 찾아 실행 계획을 읽고, 인덱스가 무엇을 바꾸는지 보여 주세요.',
      skills: ['실행 계획', '인덱스'],
    },
  },
  {
    effort: 'days',
    levels: ['advanced'],
    en: {
      title: 'Every change checked and deployed',
      description: 'Run the tests on each push and publish what passes. Break one on purpose and see that it stays out.',
      skills: ['continuous integration', 'deployment'],
    },
    ko: {
      title: '변경마다 검사하고 배포하기',
      description: '푸시할 때마다 테스트를 돌리고 통과한 것만 배포하세요. 일부러 하나를 깨뜨려 막히는지 확인하세요.',
      skills: ['지속적 통합', '배포'],
    },
  },
  {
    effort: 'week',
    levels: ['advanced'],
    en: {
      title: 'Two people at once',
      description: 'Decide what happens when two people edit the same entry, make it visible to both, and test it in two windows.',
      skills: ['concurrency', 'conflict handling'],
    },
    ko: {
      title: '두 사람이 동시에',
      description: '두 사람이 같은 항목을 고치면 어떻게 될지 정하고, 둘 다 알 수 있게 한 뒤 창 두 개로 시험하세요.',
      skills: ['동시성', '충돌 처리'],
    },
  },
]
