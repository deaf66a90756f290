import type { Registry } from '@inkling/prompts'
import { expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { CodeExplanationContext, CourseStep, ExplainedPart, FeatureIdea, FeatureIdeaContext, LearningPathContext } from './context.ts'

type WebappBuilder = Registry['webappBuilder']
type Sent<Key extends keyof WebappBuilder> = z.input<WebappBuilder[Key]['input']>
type Item<Key extends keyof WebappBuilder> = z.output<WebappBuilder[Key]['item']>

test('what the widgets send is what the server takes', () => {
  expectTypeOf<LearningPathContext>().toExtend<Sent<'learningPath'>>()
  expectTypeOf<CodeExplanationContext>().toExtend<Sent<'codeExplanation'>>()
  expectTypeOf<FeatureIdeaContext>().toExtend<Sent<'featureIdeas'>>()
})

test('every choice that the server takes can be passed to a widget', () => {
  expectTypeOf<LearningPathContext['goal']>().toEqualTypeOf<Sent<'learningPath'>['goal']>()
  expectTypeOf<CodeExplanationContext['language']>().toEqualTypeOf<Sent<'codeExplanation'>['language']>()
  expectTypeOf<FeatureIdeaContext['stack']>().toEqualTypeOf<Exclude<Sent<'featureIdeas'>['stack'], undefined> | undefined>()
})

test('what the server answers is what the widgets show', () => {
  expectTypeOf<Item<'learningPath'>>().toEqualTypeOf<CourseStep>()
  expectTypeOf<Item<'codeExplanation'>>().toEqualTypeOf<ExplainedPart>()
  expectTypeOf<Item<'featureIdeas'>>().toEqualTypeOf<FeatureIdea>()
})
