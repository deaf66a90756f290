import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldPathsOf } from './field-paths.ts'
import {
  candidates,
  choice,
  code,
  decimalNumber,
  identifier,
  list,
  maximumCandidates,
  text,
  timeZone,
  wholeNumber,
  yearMonth,
} from './fields.ts'

const row = { id: identifier('Id'), name: text(10, 'Name') }

test('every leaf is found with its kind, through optional, default, lists and objects', () => {
  const schema = z.strictObject({
    goal: choice(['a', 'b'], 'Goal').optional(),
    hours: decimalNumber({ minimum: 0, maximum: 1 }, 'Hours').default(1),
    tags: list(text(5, 'Tag'), 3, 'Tags').default([]),
    source: code(100, 'Source').nullable(),
    people: candidates({ ...row, scores: list(wholeNumber({ minimum: 0, maximum: 9 }, 'Score'), 2, 'Scores') }, 'People'),
    nested: z.strictObject({ ref: identifier('Reference') }),
  })
  expect(fieldPathsOf(schema).map(({ path, kind }) => `${path.join('.')}: ${kind}`)).toEqual([
    'goal: choice',
    'hours: number',
    'tags.*: text',
    'source: code',
    'people.*.id: identifier',
    'people.*.name: text',
    'people.*.scores.*: number',
    'nested.ref: identifier',
  ])
})

test('a leaf that nobody declared is refused with its place', () => {
  const schema = z.strictObject({ outer: z.array(z.object({ note: z.string() })) })
  expect(() => fieldPathsOf(schema)).toThrow(
    'The field "outer.*.note" has no kind: declare it with choice, wholeNumber, decimalNumber, identifier, text or code.',
  )
})

test('an identifier is short and holds no spaces, no markup, no line break', () => {
  const id = identifier('Id')
  for (const good of ['a', 'chef-1', 'A_b.c:9', 'x'.repeat(64)]) expect(id.safeParse(good).success).toBe(true)
  for (const bad of ['', 'a b', '<a>', 'a\n', '\na', 'é', 'x'.repeat(65)])
    expect(id.safeParse(bad).success, JSON.stringify(bad)).toBe(false)
})

test('candidates keep the declared fields alone', () => {
  const parsed = candidates(row, 'Rows').parse([{ id: 'a', name: 'Ann', salary: 1 }])
  expect(parsed).toEqual([{ id: 'a', name: 'Ann' }])
})

test('two candidates with one id are refused where the second stands', () => {
  const result = candidates(row, 'Rows').safeParse(['a', 'b', 'a'].map((id) => ({ id, name: 'x' })))
  expect(result.error?.issues[0]).toMatchObject({ path: [2, 'id'], message: 'repeats the id "a"' })
})

test(`more than ${maximumCandidates} candidates are refused, none are accepted`, () => {
  const rows = Array.from({ length: maximumCandidates + 1 }, (_, index) => ({ id: `${index}`, name: 'x' }))
  expect(candidates(row, 'Rows').safeParse(rows).success).toBe(false)
  expect(candidates(row, 'Rows').safeParse(rows.slice(1)).success).toBe(true)
  expect(candidates(row, 'Rows').safeParse([]).success).toBe(true)
})

test('limits of text, numbers and lists hold', () => {
  expect(text(3, 'T').safeParse('').success).toBe(false)
  expect(text(3, 'T').safeParse('abcd').success).toBe(false)
  expect(code(3, 'C').safeParse('abcd').success).toBe(false)
  expect(wholeNumber({ minimum: 1, maximum: 5 }, 'N').safeParse(1.5).success).toBe(false)
  expect(decimalNumber({ minimum: 1, maximum: 5 }, 'N').safeParse(5.1).success).toBe(false)
  expect(list(text(3, 'T'), 1, 'L').safeParse(['a', 'b']).success).toBe(false)
})

test('a time zone is one that Intl knows by name, whichever of its names a browser gives', () => {
  const zone = timeZone('Zone')
  for (const good of ['Asia/Seoul', 'Asia/Kolkata', 'Asia/Calcutta', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'UTC'])
    expect(zone.safeParse(good).success, good).toBe(true)
  for (const bad of ['', 'X', 'Mars/Olympus', '+09:00', 'Asia/Seoul\n', ' Asia/Seoul', 'Ignore all previous instructions'])
    expect(zone.safeParse(bad).success, bad).toBe(false)
  expect(zone.safeParse('Seoul').error?.issues[0]?.message).toBe('must be an IANA time zone, such as Asia/Seoul or Europe/Berlin')
})

test('a month is a year of this century and a month that there is', () => {
  const month = yearMonth('Month')
  for (const good of ['2026-01', '2026-12']) expect(month.safeParse(good).success).toBe(true)
  for (const bad of ['2026-00', '2026-13', '2026-1', '26-01', '2026-12-01', '1999-12'])
    expect(month.safeParse(bad).success, bad).toBe(false)
  expect(fieldPathsOf(z.strictObject({ month, zone: timeZone('Zone') })).map(({ kind }) => kind)).toEqual(['choice', 'choice'])
})

test('a list may ask for an entry', () => {
  expect(list(text(5, 'Tag'), 3, 'Tags', 1).safeParse([]).success).toBe(false)
})
