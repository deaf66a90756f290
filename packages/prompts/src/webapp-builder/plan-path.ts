import type { Locale } from '@inkling/contracts'
import { type LearningGoal, type Level, levelNames, levels } from './choices.ts'
import { type Stage, stageOf, stages, stagesFor } from './course-stages.ts'

interface Course {
  id: string
  title: string
  level: Level
  hours: number
  topics: readonly string[]
}

interface Student {
  level: Level
  goal: LearningGoal
  weeklyHours: number
  courses: readonly Course[]
}

interface Step {
  courseId: string
  reasoning: string
  weeks: number
}

export const pathLength = { minimum: 3, maximum: 5 }

/** Whole weeks that a course takes at that pace. */
export function weeksFor(hours: number, weeklyHours: number): number {
  return Math.max(1, Math.ceil(hours / weeklyHours))
}

/** The courses that the goal needs, in the order in which they build on each other. */
export function planPath({ level, goal, weeklyHours, courses }: Student, locale: Locale): Step[] {
  return courses
    .map((course) => {
      const stage = stageOf(course)
      return { course, stage, detour: detourOf(course, stage, level, goal), place: placeOf(course, stage) }
    })
    .toSorted((a, b) => a.detour - b.detour || a.place - b.place || byId(a.course, b.course))
    .filter(({ detour }, index) => index < pathLength.minimum || (index < pathLength.maximum && detour < 2))
    .toSorted((a, b) => a.place - b.place || byId(a.course, b.course))
    .map(({ course, stage }) => {
      const weeks = weeksFor(course.hours, weeklyHours)
      const reason = stage === 'other' ? otherReason[locale](levelNames[course.level][locale]) : reasons[stage][locale]
      return { courseId: course.id, reasoning: `${reason} ${pace[locale](course.hours, weeks, weeklyHours)}`, weeks }
    })
}

/** How far a course lies from the student's way: 0 is on it; 2 and more only where nothing better is left. */
function detourOf(course: Course, stage: Stage, level: Level, goal: LearningGoal): number {
  const above = levels.indexOf(course.level) - levels.indexOf(level)
  const known = above < 0 ? -above * 2 : 0
  const tooHard = Math.max(0, above - 1)
  return (stagesFor[goal].includes(stage) ? 0 : stage === 'other' ? 1 : 2) + known + tooHard
}

/** Stage first, then level within it. What has no stage stands where its level begins. */
function placeOf(course: Course, stage: Stage): number {
  const level = levels.indexOf(course.level)
  return stage === 'other' ? level * 2.5 + 0.5 : stages.indexOf(stage) + level / 10
}

function byId(a: Course, b: Course): number {
  return a.id < b.id ? -1 : 1
}

// Titles are the school's words and unchecked here; templates speak of the stage in words of ours.
const reasons: Record<Exclude<Stage, 'other'>, Record<Locale, string>> = {
  foundations: {
    en: 'Shows how programs and their tools work, so that nothing later feels like magic.',
    ko: '프로그램과 도구가 어떻게 움직이는지 먼저 익혀 두면 이후 과정이 쉬워집니다.',
  },
  pages: {
    en: 'Every web page is made of HTML and CSS, and you see results from the first evening.',
    ko: '모든 웹 페이지의 바탕인 HTML과 CSS를 다루며, 첫날부터 결과가 눈에 보입니다.',
  },
  javascript: {
    en: 'JavaScript lets pages react to people, and later courses take it for granted.',
    ko: '자바스크립트로 페이지에 동작을 넣습니다. 이후 과정은 이 내용을 전제로 합니다.',
  },
  interfaces: {
    en: 'Components keep a growing interface in order; most teams work this way.',
    ko: '화면이 커져도 정리된 구조를 지키는 컴포넌트 방식을 배웁니다. 대부분의 팀이 이렇게 일합니다.',
  },
  servers: {
    en: 'A backend decides who may see and change what: the step from a page to an application.',
    ko: '누가 무엇을 보고 바꿀 수 있는지 정하는 백엔드를 배워, 페이지에서 애플리케이션으로 나아갑니다.',
  },
  databases: {
    en: 'Data that must survive a restart needs a database and questions in its language.',
    ko: '다시 켜도 남아 있어야 하는 데이터를 데이터베이스에 저장하고 조회하는 법을 익힙니다.',
  },
  deployment: {
    en: 'Puts your work online, where friends, users and employers can try it.',
    ko: '결과물을 온라인에 올려 누구나 직접 써 볼 수 있게 합니다.',
  },
}

const otherReason: Record<Locale, (level: string) => string> = {
  en: (level) => `Widens what you can build, at ${level} level.`,
  ko: (level) => `${level} 수준에서 만들 수 있는 것의 폭을 넓혀 줍니다.`,
}

const pace: Record<Locale, (hours: number, weeks: number, weeklyHours: number) => string> = {
  en: (hours, weeks, weeklyHours) =>
    `${plural(hours, 'hour')} ${hours === 1 ? 'takes' : 'take'} ${plural(weeks, 'week')} at ${weeklyHours} a week.`,
  ko: (hours, weeks, weeklyHours) => `${hours}시간 과정이라 주 ${weeklyHours}시간이면 ${weeks}주 걸립니다.`,
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
