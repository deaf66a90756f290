import { expect, test } from 'vitest'
import { judge, percentile } from './judge.ts'
import type { Seen } from './user.ts'

const answer = (source: string, complete: number): Seen => ({ source, reason: undefined, firstItem: complete / 2, complete })
const run = (seen: Seen[], errors: [string, number][] = []) => ({ seconds: 60, seen, errors: new Map(errors) })
const broken = (verdicts: ReturnType<typeof judge>) => verdicts.filter(({ kept }) => !kept).map(({ name }) => name)
const good = [...Array.from({ length: 70 }, () => answer('cache', 10)), ...Array.from({ length: 30 }, () => answer('claude', 2_500))]

test('a run within every bound is kept', () => {
  expect(broken(judge(run(good)))).toEqual([])
})

test('one template too many, one error, one slow kind of answer: each is named', () => {
  expect(broken(judge(run([...good, answer('template', 5), answer('template', 5)])))).toEqual(['templates of all answers'])
  expect(broken(judge(run(good, [['fetch failed', 1]])))).toEqual(['errors of all asks'])
  const slow = good.map((each) => (each.source === 'cache' ? answer('cache', 80) : each))
  expect(broken(judge(run(slow)))).toEqual(['cached answer, p95'])
})

test('a kind of answer that never came is not kept', () => {
  expect(broken(judge(run(good.filter(({ source }) => source === 'cache'))))).toContain('complete live answer, p95')
})

test('a percentile is a value that was measured', () => {
  expect(percentile([5, 1, 3], 0.5)).toBe(3)
  expect(percentile([1], 0.99)).toBe(1)
})
