import { expect, test } from 'vitest'
import { workflowTypes } from './choices.ts'
import { workflowOptimization } from './workflow-optimization.ts'

const now = new Date()
const { example, checkItem, facts, template } = workflowOptimization
const tip = { tip: 'Retry the call', how: 'Twice, with growing pauses.', effort: 'low', effect: 'Outages pass unnoticed' } as const

test('a tip changes a step that exists, or the whole', () => {
  for (const step of [0, 1, 4]) expect(checkItem?.({ ...tip, step }, example, now)).toBeUndefined()
  expect(checkItem?.({ ...tip, step: 5 }, example, now)).toBe('step 5 does not exist, there are 4')
})

test('the model sees the steps with the numbers that its tips name', () => {
  expect(facts?.({ useCase: 'other', steps: ['Form', 'Mail'] }, now)).toEqual({ steps: ['1. Form', '2. Mail'] })
})

test.each([
  ['en', ['Form sent', 'Copy the lead by hand', 'Call the CRM API', 'Wait'], [2, 1, 3, 0]],
  ['ko', ['폼 접수', 'CRM에 수기로 기록', '검토', '슬랙으로 전송'], [2, 1, 4, 0]],
  ['en', [], [0, 0, 0, 0]],
] as const)('without a model the four tips stand at the steps that they are about (%s)', (locale, steps, places) => {
  const tips = template({ useCase: 'lead-routing', steps: [...steps] }, locale, now)
  expect(tips.map(({ step }) => step)).toEqual(places)
})

test('each kind of workflow gets words of its own', () => {
  for (const locale of ['en', 'ko'] as const) {
    const first = workflowTypes.map((useCase) => template({ useCase, steps: [] }, locale, now)[0]?.how)
    expect(new Set(first).size).toBe(workflowTypes.length)
  }
})

test('names of steps and the pain point are never repeated without the checks of a model answer', () => {
  const tips = template({ useCase: 'other', steps: ['mail 010-1234-5678'], painPoint: '010-1234-5678' }, 'ko', now)
  expect(JSON.stringify(tips)).not.toContain('1234')
})
