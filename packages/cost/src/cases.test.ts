import { describe, expect, it } from 'vitest'
import attempts from '../cases/attempts.json' with { type: 'json' }
import usages from '../cases/usage.json' with { type: 'json' }
import amounts from '../cases/usd.json' with { type: 'json' }
import { type Attempt, costOfUsage, formatUsd, parseUsd, type UsageCostRequest, upperBoundOfAttempt } from './index.ts'

type Expected = { usd: string } | { failure: string; mentions: string }

function expectFailure(actual: { ok: boolean }, expected: { failure: string; mentions: string }): void {
  expect(actual).toEqual({ ok: false, reason: expected.failure, message: expect.stringContaining(expected.mentions) })
}

describe('golden cases of usage', () => {
  const cases = usages as unknown as (UsageCostRequest & {
    name: string
    expected: Expected & { flags?: string[]; maxPromptTokens?: number | null }
  })[]
  it.each(cases)('$name', ({ name: _, expected, ...request }) => {
    const actual = costOfUsage(request)
    if ('failure' in expected) return expectFailure(actual, expected)
    if (!actual.ok) throw new Error(actual.message)
    expect(formatUsd(actual.picoUsd)).toBe(expected.usd)
    expect(actual.flags).toEqual(expected.flags)
    expect(actual.band.maxPromptTokens).toBe(expected.maxPromptTokens)
  })

  it('charge by an instant what they charge by its UTC day', () => {
    for (const { name: _, expected: __, ...request } of cases.filter(({ expected }) => 'usd' in expected))
      for (const time of ['00:00:00.000', '23:59:59.999'])
        expect(costOfUsage({ ...request, at: new Date(`${request.at}T${time}Z`) })).toEqual(costOfUsage(request))
  })
})

describe('golden cases of attempts', () => {
  const cases = attempts as unknown as { name: string; attempt: Attempt; expected: Expected & { inputTokenBound?: number } }[]
  it.each(cases)('$name', ({ attempt, expected }) => {
    const actual = upperBoundOfAttempt(attempt)
    if ('failure' in expected) return expectFailure(actual, expected)
    if (!actual.ok) throw new Error(actual.message)
    expect({ usd: formatUsd(actual.picoUsd), inputTokenBound: actual.inputTokenBound }).toEqual(expected)
  })
})

describe('golden cases of amounts', () => {
  it.each(amounts.exact)('$usd is $picoUsd pico-dollars in both directions', ({ usd, picoUsd }) => {
    expect(parseUsd(usd)).toBe(BigInt(picoUsd))
    expect(formatUsd(BigInt(picoUsd))).toBe(usd)
  })
  it.each(amounts.parsesTo)('$text is read as $picoUsd pico-dollars', ({ text, picoUsd }) => {
    expect(parseUsd(text)).toBe(BigInt(picoUsd))
  })
  it.each(amounts.refused)('%j is no amount', (text) => {
    expect(parseUsd(text)).toBeUndefined()
  })
})
