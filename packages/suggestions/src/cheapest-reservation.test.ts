import { aliasCandidates, controlPrompt, suggestions } from '@inkling/prompts'
import { expect, test } from 'vitest'
import { cheapestReservation } from './cheapest-reservation.ts'
import { renderPrompt } from './stages/render-prompt.ts'
import { boundOf } from './stages/reserve.ts'
import { countingRandomness } from './testing/fake-ports.ts'

const models = { default: 'claude-haiku-5-5', escalation: 'claude-sonnet-5-5' }
const now = Date.UTC(2026, 10, 22)
const randomness = countingRandomness({ now: () => now })
const cheapest = cheapestReservation(suggestions, models, randomness, now)

test.each(suggestions.map((suggestion) => [suggestion.name, suggestion] as const))(
  'a call for %s has a finite bound, below the average cost that was planned, and not below the cheapest',
  (_, suggestion) => {
    const { minimum, maximum } = suggestion.items
    for (const locale of ['en', 'ko'] as const) {
      const prompt = controlPrompt(suggestion)
      const asked = { suggestion, aliased: aliasCandidates(suggestion, suggestion.example), prompt, locale }
      const rendered = renderPrompt({ ...asked, minimumItems: minimum, maximumItems: maximum }, randomness)
      const bound = boundOf(suggestion, models[suggestion.model], prompt.maxOutputTokens, rendered, now)
      expect(bound).toMatchObject({ ok: true })
      // $0.0036 a call, in pico-dollars.
      expect(bound.ok && bound.picoUsd).toBeLessThan(3_600_000_000n)
      expect(bound.ok && bound.picoUsd).toBeGreaterThanOrEqual(cheapest)
    }
  },
)

test('the same request renders to the same prompt when its random markers are the same', () => {
  for (const suggestion of suggestions) {
    const render = () => {
      const asked = {
        suggestion,
        aliased: aliasCandidates(suggestion, suggestion.example),
        prompt: controlPrompt(suggestion),
        locale: 'en' as const,
      }
      return renderPrompt({ ...asked, minimumItems: 3, maximumItems: 5 }, countingRandomness({ now: () => now }))
    }
    expect(render()).toEqual(render())
  }
})

test('a model without a price ends the start', () => {
  expect(() => cheapestReservation(suggestions, { ...models, default: 'made-up' }, randomness, now)).toThrow(
    /The cost of \w+\.\w+ has no bound/,
  )
})
