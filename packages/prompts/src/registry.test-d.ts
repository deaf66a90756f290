import { expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import { aliasCandidates, parseModelItem, type Registry, registry, restoreCandidates } from './index.ts'

type Coocook = Registry['coocook']
type Context<Key extends keyof Coocook> = z.output<Coocook[Key]['input']>
type Sent<Key extends keyof Coocook> = z.input<Coocook[Key]['input']>
type Item<Key extends keyof Coocook> = z.output<Coocook[Key]['item']>

type Cuisine = 'korean' | 'italian' | 'japanese' | 'french' | 'mexican' | 'indian' | 'chinese' | 'mediterranean' | 'american' | 'any'
type Diet = 'vegetarian' | 'vegan' | 'gluten-free' | 'dairy-free' | 'nut-free' | 'halal' | 'kosher' | 'pescatarian'
type Occasion = 'birthday' | 'anniversary' | 'dinner-party' | 'business' | 'holiday' | 'wedding' | 'casual'
type PriceBand = 'budget' | 'standard' | 'premium'

test('a chef recommendation is typed from what is sent to what comes back', () => {
  interface Chef {
    id: string
    cuisines: string[]
    priceBand: PriceBand
    rating: number
    tags: string[]
  }
  expectTypeOf<Context<'chefRecommendation'>>().toEqualTypeOf<{
    budgetUsd: number
    cuisine: Cuisine
    dietary: Diet[]
    partySize: number
    chefs: Chef[]
  }>()
  expectTypeOf<Sent<'chefRecommendation'>>().toEqualTypeOf<{
    budgetUsd: number
    cuisine: Cuisine
    dietary?: Diet[] | undefined
    partySize: number
    chefs: { id: string; cuisines: string[]; priceBand: PriceBand; rating: number; tags?: string[] | undefined }[]
  }>()
  expectTypeOf<Item<'chefRecommendation'>>().toEqualTypeOf<{ chefId: string; reasoning: string; confidence: number }>()
})

test('a menu is typed from what is sent to what comes back', () => {
  expectTypeOf<Context<'menuCuration'>>().toEqualTypeOf<{
    guests: number
    dietary: Diet[]
    cuisine: Cuisine
    occasion: Occasion
    hours: number
  }>()
  expectTypeOf<Sent<'menuCuration'>['dietary']>().toEqualTypeOf<Diet[] | undefined>()
  expectTypeOf<Item<'menuCuration'>>().toEqualTypeOf<{
    dish: string
    description: string
    course: 'appetizer' | 'soup' | 'salad' | 'main' | 'side' | 'dessert' | 'drink'
    startMinute: number
    platingOrder: number
  }>()
})

test('a review is typed from what is sent to what comes back', () => {
  expectTypeOf<Context<'reviewTemplate'>>().toEqualTypeOf<{
    rating: number
    occasion: Occasion
    dishes: string[]
    highlights?: string | undefined
  }>()
  expectTypeOf<Sent<'reviewTemplate'>['dishes']>().toEqualTypeOf<string[] | undefined>()
  expectTypeOf<Item<'reviewTemplate'>>().toEqualTypeOf<{ heading: string; body: string }>()
})

type SnsAuto = Registry['snsAuto']
type Platform = 'instagram' | 'tiktok' | 'youtube' | 'facebook' | 'x' | 'threads' | 'linkedin'

test('posting times, captions and plans are typed from what is sent to what comes back', () => {
  expectTypeOf<z.input<SnsAuto['postingTimes']['input']>>().toEqualTypeOf<{
    platform: Platform
    audience: 'everyone' | 'students' | 'young-adults' | 'parents' | 'professionals' | 'small-businesses' | 'hobbyists'
    contentType: 'photo' | 'carousel' | 'short-video' | 'long-video' | 'live' | 'story' | 'text'
    timeZone: string
  }>()
  expectTypeOf<z.output<SnsAuto['postingTimes']['item']>>().toEqualTypeOf<{
    date: string
    time: string
    reasoning: string
    hashtags: string[]
    confidence: number
  }>()
  expectTypeOf<z.input<SnsAuto['captions']['input']>['language']>().toEqualTypeOf<'en' | 'ko'>()
  expectTypeOf<z.output<SnsAuto['captions']['item']>>().toEqualTypeOf<{ angle: string; caption: string; hashtags: string[] }>()
  expectTypeOf<z.input<SnsAuto['contentStrategy']['input']>>().toEqualTypeOf<{
    niche: string
    platforms: Platform[]
    goals: ('reach' | 'engagement' | 'followers' | 'sales' | 'traffic' | 'trust')[]
    month: string
  }>()
  expectTypeOf<z.output<SnsAuto['contentStrategy']['item']>>().toEqualTypeOf<{
    date: string
    platform: Platform
    theme: string
    hook: string
  }>()
})

test('aliasing, parsing and restoring keep the types of the suggestion', () => {
  const { chefRecommendation } = registry.coocook
  type ChefItem = Item<'chefRecommendation'>
  expectTypeOf(aliasCandidates(chefRecommendation, chefRecommendation.example).input).toEqualTypeOf<Context<'chefRecommendation'>>()
  expectTypeOf(parseModelItem(chefRecommendation, {})).toEqualTypeOf<{ item: ChefItem } | { problem: string }>()
  expectTypeOf(restoreCandidates(chefRecommendation, {} as ChefItem, new Map())).toEqualTypeOf<ChefItem | undefined>()
})
