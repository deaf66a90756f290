import { expect, test } from 'vitest'
import { closingLine, countTests } from './test-results.ts'

const report = (testResults: object[], counts: object = {}) =>
  JSON.stringify({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults, ...counts })

test('the closing line tells passed, failed and skipped tests', () => {
  const counts = countTests(report([], { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }))
  expect(closingLine(counts)).toBe('7 passed, 2 failed, 2 skipped')
})

test('a file that could not be loaded counts as a failure', () => {
  const files = [
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [] },
  ]
  expect(countTests(report(files)).failed).toBe(1)
})
