import { locales } from '@inkling/contracts'
import { expect, test } from 'vitest'
import { workflowTypes } from './choices.ts'
import { successMetrics } from './success-metrics.ts'

const now = new Date()
const { example, checkItem } = successMetrics
const kpi = { kpi: 'Success rate', target: '98%', monitoring: 'Run log, daily.' }

test.each(['runs / hours', '(late - early) x 2', 'sum(cost)', 'a × b', 'end − start', '성공한 실행 / 전체 실행 x 100'])(
  'a formula computes something: %s',
  (formula) => {
    expect(checkItem?.({ ...kpi, formula }, example, now)).toBeUndefined()
  },
)

test.each(['the number of follow-up mails', 'maximum satisfaction', 'x-axis of the chart', '고객 만족도'])(
  'a sentence is no formula: %s',
  (formula) => {
    expect(checkItem?.({ ...kpi, formula }, example, now)).toBe('the formula computes nothing')
  },
)

test.each(locales)('without a model every kind of workflow has two measures of its own and three of any: %s', (locale) => {
  const answers = workflowTypes.map((workflowType) => successMetrics.template({ workflowType, goal: 'Faster' }, locale, now))
  const own = answers.map((items) => items.slice(0, -3).map((item) => item.kpi))
  expect(own.every((names) => names.length === 2)).toBe(true)
  expect(new Set(own.flat()).size).toBe(own.flat().length)
  for (const { target, monitoring } of answers.flat()) {
    expect(target).toMatch(/\d|half|twice|quarter|fifth|below|under|절반|두 배|낮게/i)
    expect(monitoring).toMatch(/daily|weekly|monthly|hourly|night|each|day|매|발송|이틀|요일/i)
  }
})

test('the goal is never repeated without the checks of a model answer', () => {
  const items = successMetrics.template({ workflowType: 'other', goal: 'call 010-1234-5678' }, 'en', now)
  expect(JSON.stringify(items)).not.toContain('1234')
})
