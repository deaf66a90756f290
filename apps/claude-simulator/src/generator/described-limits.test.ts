import { describe, expect, it } from 'vitest'
import { lengthInCharacters, lengthInWords, lengthOfList, valueOfNumber } from './described-limits.ts'

describe('limits in descriptions', () => {
  it.each([
    ['between 5 and 7 dishes', { low: 5, high: 7 }],
    ['3 to 5 items, each at most 12 words', { low: 3, high: 5 }],
    ['Each at most 12 words. Exactly 4 entries.', { low: 4, high: 4 }],
    ['8–12 dated entries', { low: 8, high: 12 }],
    ['up to 5 hashtags', { high: 5 }],
    ['5 items', { low: 5, high: 5 }],
    ['at least 2', { low: 2 }],
    ['Findings\n\n{minItems: 2, maxItems: 6}', { low: 2, high: 6 }],
    ['The list of dishes', {}],
  ])('reads the length of a list from "%s"', (description, range) => {
    expect(lengthOfList(description)).toEqual(range)
  })

  it('reads words, characters and numbers', () => {
    expect(lengthInWords('A hook of at most 12 words')).toEqual({ high: 12 })
    expect(lengthInCharacters('at most 200 characters')).toEqual({ high: 200 })
    expect(lengthInCharacters('{minLength: 10, maxLength: 80}')).toEqual({ low: 10, high: 80 })
    expect(valueOfNumber('from 1 to 5')).toEqual({ low: 1, high: 5 })
    expect(valueOfNumber('0.0 to 1.0')).toEqual({ low: 0, high: 1 })
  })
})
