import type { Registry } from '@inkling/prompts'
import { expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { BriefContext, BriefSection, CampaignContext, InfluencerContext, InfluencerMatch, StrategyPart } from './context.ts'

type Review = Registry['review']
type Sent<Key extends keyof Review> = z.input<Review[Key]['input']>
type Item<Key extends keyof Review> = z.output<Review[Key]['item']>

test('what the widgets send is what the server takes', () => {
  expectTypeOf<CampaignContext>().toEqualTypeOf<Sent<'campaignStrategy'>>()
  expectTypeOf<InfluencerContext>().toExtend<Sent<'influencerMatching'>>()
  expectTypeOf<BriefContext>().toExtend<Sent<'briefGenerator'>>()
})

test('what the server answers is what the widgets show', () => {
  expectTypeOf<Item<'campaignStrategy'>>().toEqualTypeOf<StrategyPart>()
  expectTypeOf<Item<'influencerMatching'>>().toEqualTypeOf<InfluencerMatch>()
  expectTypeOf<Item<'briefGenerator'>>().toEqualTypeOf<BriefSection>()
})
