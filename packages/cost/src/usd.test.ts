import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatUsd, parseUsd } from './usd.ts'

const amounts = fc.bigInt({ min: 0n, max: 10n ** 27n - 1n })

it('reads back every amount that it writes', () => {
  fc.assert(fc.property(amounts, (pico) => parseUsd(formatUsd(pico)) === pico))
})

it('writes neither sign nor exponent nor trailing zeros', () => {
  fc.assert(fc.property(amounts, (pico) => /^(0|[1-9]\d*)(\.\d*[1-9])?$/.test(formatUsd(pico))))
})

it('treats an amount below zero as a defect', () => {
  expect(() => formatUsd(-1n)).toThrow(RangeError)
})
