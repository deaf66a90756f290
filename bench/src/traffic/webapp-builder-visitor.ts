import { registry } from '@inkling/prompts'
import { seededRandom } from './seeded-random.ts'
import { choicesOf, listOf, type VisitorFactory } from './visitor.ts'

const { learningPath, featureIdeas } = registry.webappBuilder
const levels = choicesOf(learningPath, 'level')
const goals = choicesOf(learningPath, 'goal')
const technologies = choicesOf(featureIdeas, 'stack')
const topics = ['html', 'css', 'javascript', 'react', 'databases', 'http', 'testing', 'deployment']
const descriptions = ['A page that lists my recipes.', 'A habit tracker with a login.', 'A map of quiet places.', 'A quiz for my class.']
const questions = ['Why does this print undefined?', 'What does the second line do?', 'Is there a shorter way?']
const lines = ['let total = 0', 'for (const price of prices) total += price', 'console.log(total)', 'return total / prices.length']

const lists = Array.from({ length: 4 }, (_, list) => {
  const random = seededRandom(9_000 + list)
  return Array.from({ length: 12 }, (_, index) => {
    const topic = random.pick(topics)
    const level = random.pick(levels)
    return {
      id: `course-${list * 3 + index}`,
      title: `${topic} for ${level} students`,
      level,
      hours: random.between(4, 40),
      topics: [topic],
    }
  })
})

/** A student: which courses, what this code does, what to build next. */
export const webappBuilderVisitor: VisitorFactory = (random, hour) => {
  const student = {
    level: random.zipf(levels, 1.1),
    goal: random.zipf(goals, 1.1),
    weeklyHours: random.zipf([5, 10, 3, 8, 15, 20], 1.1),
    code: [random.pick(lines), random.pick(lines)],
    question: random.pick(questions),
    description: random.pick(descriptions),
    stack: [random.zipf(technologies, 1.1)],
  }
  const nextPage = () =>
    random.weighted([
      ['learningPath', 40],
      ['codeExplanation', 35],
      ['featureIdeas', 25],
    ] as const)
  let page = nextPage()
  return {
    turn: () => {
      page = nextPage()
    },
    refine: () => {
      if (page === 'codeExplanation') student.code.push(random.pick(lines))
      else if (page === 'featureIdeas') student.stack = [random.zipf(technologies, 1.1)]
      else if (random.fraction() < 0.5) student.weeklyHours = random.zipf([5, 10, 3, 8, 15, 20], 1.1)
      else student.goal = random.zipf(goals, 1.1)
    },
    ask: () => {
      const { level, goal, weeklyHours, code, question, description, stack } = student
      if (page === 'learningPath') return { key: page, context: { level, goal, weeklyHours, courses: lists[listOf(hour())]! } }
      if (page === 'codeExplanation') return { key: page, context: { language: 'javascript', code: code.join('\n'), question } }
      return { key: page, context: { description, stack, level } }
    },
  }
}
