import { registry } from '@inkling/prompts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Platform } from './context.ts'
import { longestPost, postLength } from './post-length.ts'

const { captions } = registry.snsAuto
const platforms = Object.keys(longestPost) as Platform[]
const contextOn = (platform: Platform) => ({ ...captions.example, platform })

test("a caption's limit is the one that the server holds it to", () => {
  for (const platform of platforms)
    expect(captions.facts?.(contextOn(platform), new Date())).toMatchObject({ limits: { characters: longestPost[platform] } })
})

test('a caption counts as the server counts it, in every script and with every emoji', () => {
  const pieces = fc.constantFrom(
    ...['a', 'é', 'e\u0301', '가', '\u1112\u1161', '漢', ' ', '“', '…', '👍🏽', '👨‍👩‍👧‍👦', '🇰🇷', '1️⃣', '☕️', '❤'],
  )
  const texts = fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme-ascii', maxLength: 8 })), { minLength: 20, maxLength: 200 })
  fc.assert(
    fc.property(texts, (parts) => {
      const caption = parts.join('').replaceAll('#', '+')
      const length = postLength(`${caption}\n\n#tag`, 'x')
      const problem = captions.checkItem?.({ angle: 'Any', caption, hashtags: ['#tag'] }, contextOn('x'), new Date())
      expect(problem).toBe(length > longestPost.x ? `${length} characters with hashtags; x takes 280` : undefined)
    }),
    { numRuns: 500 },
  )
})
