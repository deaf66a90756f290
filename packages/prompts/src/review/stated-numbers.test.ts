import { expect, test } from 'vitest'
import { dollarsIn, largeNumbersIn, percentagesIn } from './stated-numbers.ts'

test.each([
  ['84,000 of 1.2 million people, 4.2%', [84_000, 1_200_000]],
  ['84K followers, 84 thousand views', [84_000, 84_000]],
  ['8만 4천 명, 12만 명', [84_000, 120_000]],
  ['1억 2,000만 명, 8.4만 명', [120_000_000, 84_000]],
  ['5000 people within 30 days in 3 minutes', [5_000]],
  ['1,500% more', []],
])('%s: large numbers %j', (text, numbers) => {
  expect(largeNumbersIn(text)).toEqual(numbers)
})

test.each([
  ['$1,200 or $1.2K, at most 500 USD and 20 dollars', [1_200, 1_200, 500, 20]],
  ['1만 달러, 500달러를', [10_000, 500]],
  ['US$3k for 12 creators', [3_000]],
  ['12 creators, 5%', []],
])('%s: dollars %j', (text, amounts) => {
  expect(dollarsIn(text)).toEqual(amounts)
})

test.each([
  ['4.2% and 5 percent', [4.2, 5]],
  ['참여율 6.1%, 약 3퍼센트', [6.1, 3]],
  ['4 of 5', []],
])('%s: percentages %j', (text, rates) => {
  expect(percentagesIn(text)).toEqual(rates)
})
