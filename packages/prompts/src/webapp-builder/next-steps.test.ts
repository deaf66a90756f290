import fc from 'fast-check'
import { expect, test } from 'vitest'
import { levels, technologies } from './choices.ts'
import { efforts, nextSteps } from './next-steps.ts'

const skills = (level: (typeof levels)[number], stack: (typeof technologies)[number][]) =>
  nextSteps({ level, stack }, 'en').flatMap((step) => step.skills)

test('five different steps for every level and stack, the quick ones first and one of them an evening', () => {
  fc.assert(
    fc.property(fc.constantFrom(...levels), fc.subarray([...technologies]), (level, stack) => {
      const steps = nextSteps({ level, stack }, 'en')
      expect(new Set(steps.map(({ title }) => title)).size).toBe(5)
      const order = steps.map(({ effort }) => efforts.indexOf(effort))
      expect(order).toEqual(order.toSorted())
      expect(order[0]).toBe(0)
      expect(order.filter((effort) => effort === efforts.indexOf('week')).length).toBeLessThanOrEqual(1)
    }),
  )
})

test('what the stack cannot carry, or no longer needs, is not proposed', () => {
  expect(skills('beginner', ['react'])).toContain('browser storage')
  expect(skills('beginner', ['react', 'firebase'])).not.toContain('browser storage')
  expect(skills('advanced', ['node', 'postgresql'])).toContain('query plans')
  expect(skills('advanced', ['react'])).not.toContain('query plans')
  expect(skills('intermediate', ['express'])).toContain('validation')
})

test('nobody is sent back to the first steps', () => {
  expect(skills('advanced', [])).not.toContain('conditional rendering')
})
