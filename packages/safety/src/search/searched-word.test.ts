import fc from 'fast-check'
import { expect, test } from 'vitest'
import { prepareSearch } from './searched-text.ts'
import { hasWord, searchedWord } from './searched-word.ts'

test('a word is found wherever an expression finds it with no letter or digit before it', () => {
  const piece = fc.constantFrom('Via ', 'Via', 'av. ', 'av ', 'x', 'é', '가', '7', ' ', '-', '\n')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const searched = prepareSearch(pieces.join(''))
      expect(hasWord(searched, searchedWord('Via '))).toBe(/(?<![\p{L}\d])Via /u.test(searched.text))
      expect(hasWord(searched, searchedWord('av. '))).toBe(/(?<![\p{L}\d])av\. /u.test(searched.text))
    }),
  )
})
