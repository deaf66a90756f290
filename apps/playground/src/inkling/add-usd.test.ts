import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addUsd } from './add-usd.ts'

test('amounts add up without rounding', () => {
  expect(addUsd('0.1', '0.2')).toBe('0.3')
  expect(addUsd('0', '0.001575', '0.0021')).toBe('0.003675')
  expect(addUsd('0.5', '0.5')).toBe('1')
  expect(addUsd('10', '2')).toBe('12')
  expect(addUsd()).toBe('0')
})

test('any number of micro-dollar amounts equals the sum of their integers', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt(0n, 10n ** 12n)), (micros) => {
      const text = (value: bigint) => `${value / 1_000_000n}.${String(value % 1_000_000n).padStart(6, '0')}`
      const sum = micros.reduce((total, value) => total + value, 0n)
      expect(addUsd(...micros.map(text))).toBe(addUsd(text(sum)))
    }),
  )
})
