import type { CourseCandidate } from '@inkling/widgets-webapp-builder'
import type { Language } from '../preferences/use-preferences.ts'

export type CourseLook =
  | 'terminal'
  | 'page'
  | 'script'
  | 'design'
  | 'component'
  | 'types'
  | 'server'
  | 'database'
  | 'rocket'
  | 'gauge'
  | 'nodes'

type Texts<Value> = Record<Language, Value>

export interface Course {
  id: string
  look: CourseLook
  title: Texts<string>
  /** What a student has made by the end. */
  outcome: Texts<string>
  level: CourseCandidate['level']
  hours: number
  priceCents: number
  teacher: Texts<string>
  topics: Texts<readonly string[]>
  requires: Texts<readonly string[]>
}

const nothing: Texts<readonly string[]> = { en: [], ko: [] }

export const courses: readonly Course[] = [
  {
    id: 'WB-101',
    look: 'terminal',
    title: { en: 'Web foundations', ko: '웹 개발 기초' },
    outcome: { en: 'A repository of your own, and no fear of the terminal.', ko: '나만의 저장소와, 두렵지 않은 터미널.' },
    level: 'beginner',
    hours: 12,
    priceCents: 9_000,
    teacher: { en: 'Noor Haddad', ko: '누르 하다드' },
    topics: { en: ['terminal', 'git', 'how the web works'], ko: ['터미널', '깃', '웹의 원리'] },
    requires: nothing,
  },
  {
    id: 'WB-110',
    look: 'page',
    title: { en: 'Pages with HTML and CSS', ko: 'HTML과 CSS로 만드는 페이지' },
    outcome: { en: 'A page about you that works on every phone.', ko: '어떤 휴대폰에서도 잘 보이는 나의 페이지.' },
    level: 'beginner',
    hours: 24,
    priceCents: 19_000,
    teacher: { en: 'Emil Sørensen', ko: '에밀 쇠렌센' },
    topics: { en: ['semantic HTML', 'flexbox', 'responsive layout'], ko: ['시맨틱 HTML', '플렉스박스', '반응형 레이아웃'] },
    requires: nothing,
  },
  {
    id: 'WB-120',
    look: 'script',
    title: { en: 'JavaScript in the browser', ko: '브라우저 속 자바스크립트' },
    outcome: { en: 'A basket that counts, filters and remembers.', ko: '세고, 거르고, 기억하는 장바구니.' },
    level: 'beginner',
    hours: 40,
    priceCents: 32_000,
    teacher: { en: 'Grace Mensah', ko: '그레이스 멘사' },
    topics: { en: ['functions', 'arrays', 'events', 'the DOM'], ko: ['함수', '배열', '이벤트', 'DOM'] },
    requires: { en: ['HTML'], ko: ['HTML'] },
  },
  {
    id: 'WB-130',
    look: 'design',
    title: { en: 'Design for developers', ko: '개발자를 위한 디자인' },
    outcome: { en: 'The same page, twice as easy to read.', ko: '같은 페이지를 두 배 읽기 쉽게.' },
    level: 'beginner',
    hours: 16,
    priceCents: 14_000,
    teacher: { en: 'Lina Park', ko: '박리나' },
    topics: { en: ['typography', 'colour', 'spacing'], ko: ['타이포그래피', '색', '여백'] },
    requires: { en: ['CSS'], ko: ['CSS'] },
  },
  {
    id: 'WB-210',
    look: 'component',
    title: { en: 'React interfaces', ko: '리액트 인터페이스' },
    outcome: { en: 'A habit tracker out of components you wrote.', ko: '직접 만든 컴포넌트로 완성한 습관 기록 앱.' },
    level: 'intermediate',
    hours: 36,
    priceCents: 34_000,
    teacher: { en: 'Grace Mensah', ko: '그레이스 멘사' },
    topics: { en: ['components', 'state', 'forms'], ko: ['컴포넌트', '상태', '폼'] },
    requires: { en: ['JavaScript'], ko: ['자바스크립트'] },
  },
  {
    id: 'WB-215',
    look: 'types',
    title: { en: 'TypeScript in practice', ko: '실전 타입스크립트' },
    outcome: { en: 'Your last project, with the bugs found by the compiler.', ko: '컴파일러가 먼저 버그를 찾아 주는 프로젝트.' },
    level: 'intermediate',
    hours: 20,
    priceCents: 22_000,
    teacher: { en: 'Tomás Vidal', ko: '토마스 비달' },
    topics: { en: ['types', 'unions', 'refactoring'], ko: ['타입', '유니언', '리팩터링'] },
    requires: { en: ['JavaScript'], ko: ['자바스크립트'] },
  },
  {
    id: 'WB-220',
    look: 'server',
    title: { en: 'APIs with Node', ko: 'Node로 만드는 API' },
    outcome: { en: 'A server that your own page talks to.', ko: '내 페이지와 대화하는 서버.' },
    level: 'intermediate',
    hours: 32,
    priceCents: 32_000,
    teacher: { en: 'Noor Haddad', ko: '누르 하다드' },
    topics: { en: ['HTTP', 'Express', 'sessions'], ko: ['HTTP', 'Express', '세션'] },
    requires: { en: ['JavaScript'], ko: ['자바스크립트'] },
  },
  {
    id: 'WB-230',
    look: 'database',
    title: { en: 'Databases and SQL', ko: '데이터베이스와 SQL' },
    outcome: { en: 'Questions answered from ten thousand rows.', ko: '만 개의 행에서 찾아내는 답.' },
    level: 'intermediate',
    hours: 28,
    priceCents: 28_000,
    teacher: { en: 'Ida Brandt', ko: '이다 브란트' },
    topics: { en: ['PostgreSQL', 'joins', 'indexes'], ko: ['PostgreSQL', '조인', '인덱스'] },
    requires: nothing,
  },
  {
    id: 'WB-310',
    look: 'rocket',
    title: { en: 'Deploy and observe', ko: '배포와 운영' },
    outcome: { en: 'Your work at an address you can send to anyone.', ko: '누구에게나 보낼 수 있는 주소로 올린 작품.' },
    level: 'intermediate',
    hours: 16,
    priceCents: 18_000,
    teacher: { en: 'Ida Brandt', ko: '이다 브란트' },
    topics: { en: ['hosting', 'CI', 'logs'], ko: ['호스팅', 'CI', '로그'] },
    requires: { en: ['git'], ko: ['깃'] },
  },
  {
    id: 'WB-320',
    look: 'gauge',
    title: { en: 'Fast and accessible pages', ko: '빠르고 접근성 좋은 페이지' },
    outcome: { en: 'An audit that you can put into your portfolio.', ko: '포트폴리오에 넣을 수 있는 점검 보고서.' },
    level: 'advanced',
    hours: 18,
    priceCents: 24_000,
    teacher: { en: 'Emil Sørensen', ko: '에밀 쇠렌센' },
    topics: { en: ['performance', 'screen readers', 'measuring'], ko: ['성능', '스크린 리더', '측정'] },
    requires: { en: ['HTML', 'JavaScript'], ko: ['HTML', '자바스크립트'] },
  },
  {
    id: 'WB-330',
    look: 'nodes',
    title: { en: 'Systems that scale', ko: '확장되는 시스템' },
    outcome: { en: 'A queue, a cache, and a graph that proves they help.', ko: '큐와 캐시, 그리고 그 효과를 보여 주는 그래프.' },
    level: 'advanced',
    hours: 30,
    priceCents: 38_000,
    teacher: { en: 'Tomás Vidal', ko: '토마스 비달' },
    topics: { en: ['caching', 'queues', 'load'], ko: ['캐시', '큐', '부하'] },
    requires: { en: ['APIs', 'SQL'], ko: ['API', 'SQL'] },
  },
]
