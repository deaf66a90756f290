import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

test('every row of the written contract is a test, and every test of the contract is a row', () => {
  const [table = ''] = read('../../../../docs/operations/failure-contract.md').split('\n## ')
  const rows = [...table.matchAll(/^\|.*\|([^|]+)\|$/gm)].map(([, shownBy]) => shownBy?.trim()).slice(2)
  const tests = [...read('./failure-contract.integration.test.ts').matchAll(/^ {2}test\('([^']+)'/gm)].map(([, name]) => name)
  expect(rows).toEqual(tests)
  expect(rows).toHaveLength(5)
})
