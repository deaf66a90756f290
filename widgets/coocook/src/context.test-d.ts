import type { Registry } from '@inkling/prompts'
import { expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { ChefContext, ChefSuggestion, MenuContext, MenuSuggestion, ReviewContext, ReviewSuggestion } from './context.ts'

type Coocook = Registry['coocook']
type Sent<Key extends keyof Coocook> = z.input<Coocook[Key]['input']>
type Item<Key extends keyof Coocook> = z.output<Coocook[Key]['item']>

test('what the widgets send is what the server takes', () => {
  expectTypeOf<ChefContext>().toExtend<Sent<'chefRecommendation'>>()
  expectTypeOf<MenuContext>().toExtend<Sent<'menuCuration'>>()
  expectTypeOf<ReviewContext>().toExtend<Sent<'reviewTemplate'>>()
})

test('what the server answers is what the widgets show', () => {
  expectTypeOf<Item<'chefRecommendation'>>().toEqualTypeOf<ChefSuggestion>()
  expectTypeOf<Item<'menuCuration'>>().toEqualTypeOf<MenuSuggestion>()
  expectTypeOf<Item<'reviewTemplate'>>().toEqualTypeOf<ReviewSuggestion>()
})
