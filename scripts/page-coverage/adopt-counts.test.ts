import { expect, test } from 'vitest'
import { adoptCounts, type FileCounts, type Place } from './adopt-counts.ts'

const at = (line: number, column: number, endLine = line, endColumn: number | null = null): Place => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
})

const nothing = (): FileCounts => ({ statementMap: {}, s: {}, fnMap: {}, f: {}, branchMap: {}, b: {} })

test('what ran elsewhere counts where both know the place', () => {
  const counts = { ...nothing(), statementMap: { 0: at(1, 2), 1: at(2, 2) }, s: { 0: 0, 1: 3 } }
  adoptCounts(counts, { ...nothing(), statementMap: { 7: at(2, 2), 8: at(1, 2) }, s: { 7: 0, 8: 1 } })
  expect(counts.s).toEqual({ 0: 1, 1: 3 })
})

test('a statement whose start the maps place differently is found by its lines, and no other is taken for it', () => {
  const counts = { ...nothing(), statementMap: { 0: at(5, 14, 8), 1: at(5, 2), 2: at(9, 0) }, s: { 0: 0, 1: 0, 2: 0 } }
  adoptCounts(counts, { ...nothing(), statementMap: { 0: at(5, 2), 1: at(5, 8, 8), 2: at(7, 0) }, s: { 0: 0, 1: 1, 2: 1 } })
  expect(counts.s).toEqual({ 0: 1, 1: 0, 2: 0 })
})

test('two statements that are left over on one line keep their order', () => {
  const counts = { ...nothing(), statementMap: { 0: at(5, 4), 1: at(5, 24) }, s: { 0: 0, 1: 0 } }
  adoptCounts(counts, { ...nothing(), statementMap: { 0: at(5, 3), 1: at(5, 20) }, s: { 0: 1, 1: 0 } })
  expect(counts.s).toEqual({ 0: 1, 1: 0 })
})

test('functions count by their declaration, branches by their path', () => {
  const counts = {
    ...nothing(),
    ...{ fnMap: { 0: { decl: at(1, 0) }, 1: { decl: at(4, 0) } }, f: { 0: 0, 1: 1 } },
    ...{ branchMap: { 0: { loc: at(2, 0), locations: [1, 2] }, 1: { loc: at(3, 0), locations: [1] } }, b: { 0: [1, 0], 1: [0] } },
  }
  adoptCounts(counts, {
    ...nothing(),
    ...{ fnMap: { 5: { decl: at(1, 0) }, 6: { decl: at(8, 0) } }, f: { 5: 1, 6: 1 } },
    ...{ branchMap: { 0: { loc: at(2, 0), locations: [1, 2] }, 1: { loc: at(3, 0), locations: [1, 2] } }, b: { 0: [0, 1], 1: [1, 1] } },
  })
  expect([counts.f, counts.b]).toEqual([
    { 0: 1, 1: 1 },
    { 0: [1, 1], 1: [0] },
  ])
})

test('what only the other knows adds nothing that could be missing', () => {
  const counts = nothing()
  adoptCounts(counts, { ...nothing(), statementMap: { 0: at(1, 0) }, s: { 0: 0 } })
  expect(counts).toEqual(nothing())
})
