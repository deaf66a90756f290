import { expect, test } from 'vitest'
import { describeLoad } from './describe-load.ts'

test('the page names every bound, every source and every error, and how to repeat the run', () => {
  const seen = ['cache', 'cache', 'claude'].map((source) => ({ source, reason: undefined, firstItem: 10, complete: 20 }))
  const page = describeLoad({
    options: { minutes: 10, users: 100, hitRate: 0.58, report: undefined },
    run: { seconds: 600, seen, errors: new Map([['fetch failed', 2]]) },
    ...{ stores: 'Stores: Postgres and Redis', heap: { before: 40, after: 41 }, cores: 0.2, date: '2026-11-25' },
  })
  expect(page).toContain('npm run load -- --minutes 10 --users 100 --hit-rate 0.58')
  expect(page).toMatch(/\| errors of all asks +\| 40\.0 % +\| < 0\.01 % +\| MISSED \|/)
  expect(page).toMatch(/\| cache +\| 2 +\| 66\.7 %/)
  expect(page).toContain('- 2 x fetch failed')
})
