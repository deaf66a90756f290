import { parseUsd } from '@inkling/cost'
import { expect, test } from 'vitest'
import { roadmapTables } from './roadmap-tables.ts'

const tables = roadmapTables(() => parseUsd('0.0003')!)
const rowOf = (section: string, label: string) =>
  tables
    .filter((table) => table.section === section)
    .flatMap(({ rows }) => rows)
    .find((row) => row.label === label)

test('a month is computed from the own prices, and the difference is shown', () => {
  expect(rowOf('2.2', 'CooCook')).toEqual({ label: 'CooCook', stated: '$1.27', recomputed: '$1.26', difference: '-$0.01', today: '$0.24' })
  expect(rowOf('2.2', 'SNS Auto')).toEqual({ label: 'SNS Auto', stated: '$2.52', recomputed: '$2.52', today: '$0.36' })
  expect(rowOf('2.2', 'Total')).toMatchObject({ stated: '$13.98', recomputed: '$9.636', difference: '-$4.344', today: '$1.2' })
})

test('seventy percent of hits leave three tenths', () => {
  expect(rowOf('2.3', 'Total')).toMatchObject({ stated: '$3.90', recomputed: '$2.8908', today: '$0.36' })
  expect(rowOf('2.6', '70 %')).toMatchObject({ stated: '$4.19', recomputed: '$2.8908' })
  expect(rowOf('2.6', '100,000')).toMatchObject({ stated: '$390.00', recomputed: '$289.08' })
})

test('a year adds Redis and monitoring', () => {
  expect(rowOf('2.4', '1,000 users')).toMatchObject({ stated: '$226.80', recomputed: '$214.6896', today: '$184.32' })
})

test('shares add up to the whole', () => {
  const shares = tables.find(({ section }) => section === '2.5')!.rows.map(({ recomputed }) => Number(recomputed))
  expect(shares.reduce((sum, each) => sum + each, 0)).toBeCloseTo(100, 0)
})

test('a return is profit by cost', () => {
  expect(rowOf('2.8', 'Additional profit a month')).toMatchObject({ stated: '$336.10', recomputed: '$337.1092' })
  expect(rowOf('2.8', 'ROI of a month')).toMatchObject({ stated: '34', recomputed: '26.2', difference: '-7.8' })
})

test('every section of the roadmap with costs in it is there', () => {
  expect([...new Set(tables.map(({ section }) => section))]).toEqual(['2.2', '2.3', '2.4', '2.5', '2.6', '2.8'])
})
