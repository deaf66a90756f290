import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asciiTable, hasRun } from './character-runs.ts'

test('a run is never overlooked, and not seen where none of its characters stand', () => {
  const unit = fc.constantFrom('a', 'Z', '7', ' ', ',', '-', '가', '\u00a0', '\u2028', '\ud800')
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (text, least) => {
      if (new RegExp(`[\\s,a-zA-Z]{${least}}`).test(text)) expect(hasRun(text, asciiTable(/[\s,a-zA-Z]/), least)).toBe(true)
    }),
    { numRuns: 500 },
  )
  expect(hasRun('ab-ab-ab', asciiTable(/[a-z]/), 3)).toBe(false)
  expect(hasRun('가나다라', asciiTable(/[a-z]/), 3)).toBe(false)
})
