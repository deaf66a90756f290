import { describe, expect, test } from 'vitest'

type Words = { [name: string]: unknown }

/** What holds for the words of every widget: each is there in both languages, says something, and the Korean ones are Korean. */
export function describeStrings(strings: { en: object; ko: object }): void {
  describe('the words', () => {
    const { en, ko } = strings as { en: Words; ko: Words }

    test('are the same in number and name in both languages', () => {
      expect(Object.keys(ko).sort()).toEqual(Object.keys(en).sort())
    })

    test.each(Object.keys(en))('%s says something in both languages, and all that it is given', (name) => {
      for (const words of [en, ko]) {
        const word = words[name]
        if (typeof word !== 'function') continue
        const said = String((word as (...values: number[]) => unknown)(3, 4))
        expect(said.trim()).not.toBe('')
        expect(said).not.toMatch(/undefined|NaN|\[object/)
      }
    })
  })
}
