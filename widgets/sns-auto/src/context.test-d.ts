import type { Registry } from '@inkling/prompts'
import { expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type {
  CaptionContext,
  CaptionSuggestion,
  ContentStrategyContext,
  ContentStrategySuggestion,
  PostingTimeContext,
  PostingTimeSuggestion,
} from './context.ts'

type SnsAuto = Registry['snsAuto']
type Sent<Key extends keyof SnsAuto> = z.input<SnsAuto[Key]['input']>
type Item<Key extends keyof SnsAuto> = z.output<SnsAuto[Key]['item']>

test('what the widgets send is what the server takes', () => {
  expectTypeOf<PostingTimeContext>().toExtend<Sent<'postingTimes'>>()
  expectTypeOf<CaptionContext>().toExtend<Sent<'captions'>>()
  expectTypeOf<ContentStrategyContext>().toExtend<Sent<'contentStrategy'>>()
})

test('what the server answers is what the widgets show', () => {
  expectTypeOf<Item<'postingTimes'>>().toEqualTypeOf<PostingTimeSuggestion>()
  expectTypeOf<Item<'captions'>>().toEqualTypeOf<CaptionSuggestion>()
  expectTypeOf<Item<'contentStrategy'>>().toEqualTypeOf<ContentStrategySuggestion>()
})
