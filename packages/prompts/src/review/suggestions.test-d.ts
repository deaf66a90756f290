import { expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { Registry } from '../index.ts'

type Review = Registry['review']
type Sent<Key extends keyof Review> = z.input<Review[Key]['input']>
type Item<Key extends keyof Review> = z.output<Review[Key]['item']>

type Goal = 'awareness' | 'engagement' | 'traffic' | 'sales' | 'sign-ups' | 'content'

test('a strategy is typed from what is sent to what comes back', () => {
  expectTypeOf<Sent<'campaignStrategy'>['goal']>().toEqualTypeOf<Goal>()
  expectTypeOf<Sent<'campaignStrategy'>['budgetUsd']>().toEqualTypeOf<number>()
  expectTypeOf<keyof Sent<'campaignStrategy'>>().toEqualTypeOf<'productCategory' | 'budgetUsd' | 'goal' | 'audience'>()
  expectTypeOf<Item<'campaignStrategy'>>().toEqualTypeOf<{
    part: 'audience' | 'kpis' | 'creators' | 'brief' | 'amplification' | 'timeline'
    headline: string
    plan: string
    kpi: string
    formula: string
    target: string
    budgetPercent: number
  }>()
})

test('people are chosen by id and numbers, never by name', () => {
  expectTypeOf<Sent<'influencerMatching'>['influencers'][number]>().toEqualTypeOf<{
    id: string
    niche: string
    reach: number
    engagementRate: number
  }>()
  expectTypeOf<Item<'influencerMatching'>>().toEqualTypeOf<{
    influencerId: string
    role: 'reach' | 'engagement' | 'expertise' | 'test'
    reasoning: string
    postIdea: string
    confidence: number
  }>()
})

test('a brief needs a product and a day; what was agreed may be left out', () => {
  type Brief = Sent<'briefGenerator'>
  expectTypeOf<Brief['dos']>().toEqualTypeOf<string[] | undefined>()
  expectTypeOf<NonNullable<Brief['deliverables']>[number]['count']>().toEqualTypeOf<number>()
  expectTypeOf<Brief['daysUntilPosting']>().toEqualTypeOf<number>()
  expectTypeOf<Item<'briefGenerator'>>().toEqualTypeOf<{
    section: 'campaign' | 'audience' | 'message' | 'deliverables' | 'dos' | 'donts' | 'schedule'
    heading: string
    body: string
  }>()
})
