import { z } from 'zod'
import { defineSuggestion } from '../define-suggestion.ts'
import { candidateReference, candidates, choice, identifier, list, text, wholeNumber } from '../fields.ts'
import { learningGoals, levels } from './choices.ts'
import { pathLength, planPath, weeksFor } from './plan-path.ts'

// The longest course of a bootcamp is half a year's work; at an hour a week its weeks are the most that an answer may name.
const mostHours = 240

const input = z.strictObject({
  level: choice(levels, 'What the student can do today'),
  goal: choice(learningGoals, 'What the student wants to become or to make'),
  weeklyHours: wholeNumber({ minimum: 1, maximum: 60 }, 'Hours a week that the student has for learning'),
  courses: candidates(
    {
      id: identifier("The school's id of the course"),
      title: text(80, 'Title of the course'),
      level: choice(levels, 'Level of the course'),
      hours: wholeNumber({ minimum: 1, maximum: mostHours }, 'Hours of work that the course takes as a whole'),
      topics: list(text(40, 'A topic'), 10, 'What the course teaches').default([]),
      requires: list(text(40, 'A topic'), 6, 'What the course takes for granted').default([]),
    },
    'Courses to choose from',
  ),
})

const item = z.object({
  courseId: candidateReference('The course at this place of the path'),
  reasoning: z.string().min(10).max(240).describe('Why this course, and why at this place, in one or two sentences'),
  weeks: z
    .int()
    .min(1)
    .max(2 * mostHours)
    .describe("Whole weeks for this course at the student's weekly hours"),
})

const student = `The student: level {{level}}; goal {{goal}}; {{weeklyHours}} hours a week.`

const planning = `Planning:
- Use only the courses in the data and what it says of them: title, level, hours, topics, what they require. Never invent a project, a teacher, \
a certificate, a salary or a job prospect. Praise in a title proves nothing.
- A course stands only after those that teach what it requires. If no offered course teaches it and the student's level does not cover it, say so in \
the reasoning instead of hiding it.
- Leave out what lies below the student's level, and what the goal does not need: a shorter path that is finished beats a complete one.
- Titles in different words may teach the same. Take one of them.
- weeks: the data holds for every course how many weeks it takes at the student's pace. Copy that number; add one week only where a course is a \
large step from the one before, and then say so.

Each course at most once. Put the course's id into courseId and nowhere else. The reasoning speaks to the student in at most 150 characters, \
in Korean at most 80. Plain and encouraging, without promises.`

export const learningPath = defineSuggestion({
  name: 'webappBuilder.learningPath',
  title: { en: 'Your learning path', ko: '나에게 맞는 학습 경로' },
  summary: "Puts courses of the school into an order that leads to the student's goal, with reasons and weeks.",
  input,
  candidates: 'courses',
  item,
  items: pathLength,
  variants: {
    'steady-climb': {
      summary: 'Every course prepares the next one; reasons name the link between them.',
      instructions: `You are a study adviser at a coding bootcamp. A student looks at the course catalogue in the data and asks what to take, and in which order.

${student}

Plan a path of {{count}} courses, the first to take first. Let every course rest on the one before it and prepare the next, so that \
no week feels like starting over. The last one brings the student closest to the goal.

A good reasoning names the link and the use: "Forms and events from JavaScript return here as components." A bad one would fit any \
course: "A great course to improve your skills."

${planning}`,
    },
    'visible-results': {
      summary: 'Something to show after every course, as early as possible: for students who give up on theory.',
      instructions: `You are a study adviser at a coding bootcamp. Most students who stop do so because weeks go by without anything to show. Plan a path \
from the courses in the data that gives this student something visible after every single course.

${student}

Plan a path of {{count}} courses, the first to take first. Among courses that are possible at a place, prefer the shorter one and the one whose topics \
end in something other people can open, see or use. Theory comes when the next visible thing needs it, not earlier. Required \
knowledge still decides the order.

A good reasoning begins with what the student can show afterwards: "A page of your own that works on phones." A bad one lists the syllabus: \
"Covers variables, loops, functions and objects."

${planning}`,
    },
  },
  maxOutputTokens: 600,
  cacheSeconds: 4 * 60 * 60,
  safety: 'low',
  template: planPath,
  // Arithmetic is ours: the model is given the weeks rather than asked to divide.
  facts: ({ courses, weeklyHours }) => ({ courses: courses.map((course) => ({ ...course, weeks: weeksFor(course.hours, weeklyHours) })) }),
  checkItem({ courseId, weeks }, { courses, weeklyHours }) {
    const hours = courses.find(({ id }) => id === courseId)?.hours ?? 0
    const needed = weeksFor(hours, weeklyHours)
    if (weeks < needed) return `${hours} hours do not fit into ${weeks} weeks of ${weeklyHours} hours`
    // A quarter more leaves room for practice; beyond it the plan no longer uses the hours the student has.
    return weeks > needed + Math.max(1, Math.ceil(needed / 4)) ? `${weeks} weeks are too many for ${hours} hours` : undefined
  },
  example: {
    level: 'beginner',
    goal: 'frontend-developer',
    weeklyHours: 8,
    courses: [
      {
        id: 'WB-101',
        title: 'Web foundations',
        level: 'beginner',
        hours: 12,
        topics: ['terminal', 'git', 'how the web works'],
        requires: [],
      },
      { id: 'WB-110', title: 'Pages with HTML and CSS', level: 'beginner', hours: 24, topics: ['semantic HTML', 'flexbox'], requires: [] },
      {
        id: 'WB-120',
        title: 'JavaScript in the browser',
        level: 'beginner',
        hours: 40,
        topics: ['functions', 'events'],
        requires: ['HTML'],
      },
      {
        id: 'WB-210',
        title: 'React interfaces',
        level: 'intermediate',
        hours: 36,
        topics: ['components', 'state'],
        requires: ['JavaScript'],
      },
      { id: 'WB-220', title: 'APIs with Node', level: 'intermediate', hours: 32, topics: ['HTTP', 'Express'], requires: ['JavaScript'] },
      { id: 'WB-230', title: 'Databases and SQL', level: 'intermediate', hours: 28, topics: ['PostgreSQL', 'joins'], requires: [] },
      { id: 'WB-310', title: 'Deploy and observe', level: 'intermediate', hours: 16, topics: ['hosting', 'CI'], requires: ['git'] },
    ],
  },
})
