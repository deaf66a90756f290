import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapStringsAt } from './field-paths.ts'

const rows = { rows: [{ tags: ['a', 'b'], id: 1 }, { tags: [] }, { name: 'x' }], other: { tags: ['a'] } }

test('each string at the path is replaced, with its place', () => {
  const places: string[] = []
  const result = mapStringsAt(rows, ['rows', '*', 'tags', '*'], (text, place) => {
    places.push(place)
    return text.toUpperCase()
  })
  expect(result).toEqual({ rows: [{ tags: ['A', 'B'], id: 1 }, { tags: [] }, { name: 'x' }], other: { tags: ['a'] } })
  expect(places).toEqual(['rows.0.tags.0', 'rows.0.tags.1'])
})

test('parts that do not change are not copied', () => {
  const result = mapStringsAt(rows, ['rows', '*', 'tags', '*'], (text) => (text === 'a' ? 'z' : text)) as typeof rows
  expect(result.other).toBe(rows.other)
  expect(result.rows[1]).toBe(rows.rows[1])
  expect(result.rows[0]).not.toBe(rows.rows[0])
})

test('the value itself comes back when nothing changes, whatever it is', () => {
  const path = fc.array(fc.constantFrom('*', 'a', 'b', '__proto__', 'constructor'), { maxLength: 4 })
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.integer(),
      fc.constantFrom(null, undefined, true),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), tie('node')),
    ),
  })).node
  fc.assert(
    fc.property(value, path, (before, at) => {
      expect(mapStringsAt(before, at, (text) => text)).toBe(before)
    }),
  )
})

test('the value that is given is never altered', () => {
  const before = structuredClone(rows)
  mapStringsAt(rows, ['rows', '*', 'tags', '*'], () => 'changed')
  expect(rows).toEqual(before)
})

test('a path that the value does not have changes nothing', () => {
  const change = () => 'changed'
  expect(mapStringsAt(rows, ['missing', '*'], change)).toBe(rows)
  expect(mapStringsAt(rows, ['rows', 'tags'], change)).toBe(rows)
  expect(mapStringsAt(rows, ['other', '*'], change)).toBe(rows)
  expect(mapStringsAt(rows, ['toString'], change)).toBe(rows)
  expect(mapStringsAt({ n: 5 }, ['n'], change)).toEqual({ n: 5 })
})
