import { expect, test } from 'vitest'
import { renderReport } from './report.ts'

test('the report tells figures and checks, and how many did not hold', () => {
  const checks = [
    { sentence: 'the ledger equals the bill', holds: true, seen: 'no difference' },
    { sentence: 'nothing is held', holds: false, seen: '2 reservations' },
  ]
  const result = { name: 'faults', summary: 'Everything fails.', figures: [['requests', '300'] as [string, string]], checks }
  const report = renderReport([result], { seed: 7, requests: 300, rows: 900 }, new Date('2026-11-25T12:00:00Z'))
  expect(report).toContain('`npm run soak -- --seed 7 --requests 300 --rows 900 --only faults` on 2026-11-25. **1 checks did not hold.**')
  expect(report).toMatch(/\| nothing is held +\| \*\*no\*\* \| 2 reservations +\|/)
  expect(renderReport([{ ...result, checks: checks.slice(0, 1) }], { seed: 7, requests: 300, rows: 900 }, new Date(0))).toContain(
    'Everything held.',
  )
})
