import type { Locale } from '@inkling/contracts'
import { renderInstructions } from '@inkling/prompts'
import type { Randomness } from '../ports.ts'
import { countInWords, frameData, frameInstructions, languageName } from '../prompt-frame.ts'
import type { Assigned, RenderedPrompt } from '../request.ts'

export type Asked = Pick<Assigned, 'suggestion' | 'prompt' | 'aliased' | 'minimumItems' | 'maximumItems'> & { locale: Locale }

// 96 random bits each: nobody guesses them, and their few tokens cost next to nothing.
const markerCharacters = 24

/** Instructions from the variant with closed values filled in; the data apart from them. */
export function renderPrompt(asked: Asked, randomness: Randomness): RenderedPrompt {
  const { suggestion, prompt, locale, aliased } = asked
  const count = countInWords(asked.minimumItems, asked.maximumItems)
  const delimiter = `=====${randomness.hex(markerCharacters)}=====`
  const canary = `ref-${randomness.hex(markerCharacters)}`
  const closedValues = Object.fromEntries(
    Object.entries(aliased.input as Record<string, unknown>).filter(([name]) => suggestion.variables.has(name)),
  )
  const instructions = renderInstructions(prompt.instructions, { ...closedValues, count, answerLanguage: languageName(locale) })
  return {
    system: frameInstructions({ instructions, locale, count, delimiter, canary }),
    data: frameData(delimiter, aliased.input),
    canary,
  }
}
