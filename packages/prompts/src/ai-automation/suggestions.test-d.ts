import { expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { Registry } from '../index.ts'
import type { CodeLanguage, WorkflowType } from './choices.ts'

type Automation = Registry['aiAutomation']
type Context<Key extends keyof Automation> = z.output<Automation[Key]['input']>
type Sent<Key extends keyof Automation> = z.input<Automation[Key]['input']>
type Item<Key extends keyof Automation> = z.output<Automation[Key]['item']>

test('a workflow and its tips are typed from what is sent to what comes back', () => {
  expectTypeOf<Context<'workflowOptimization'>>().toEqualTypeOf<{
    useCase: WorkflowType
    steps: string[]
    painPoint?: string | undefined
  }>()
  expectTypeOf<Sent<'workflowOptimization'>['steps']>().toEqualTypeOf<string[] | undefined>()
  expectTypeOf<Item<'workflowOptimization'>>().toEqualTypeOf<{
    step: number
    tip: string
    how: string
    effort: 'low' | 'medium' | 'high'
    effect: string
  }>()
})

test('code and its findings are typed from what is sent to what comes back', () => {
  expectTypeOf<Context<'codeReview'>>().toEqualTypeOf<{ language: CodeLanguage; code: string }>()
  expectTypeOf<Item<'codeReview'>>().toEqualTypeOf<{ line: number; severity: 'high' | 'medium' | 'low'; problem: string; fix: string }>()
})

test('an automation and its KPIs are typed from what is sent to what comes back', () => {
  expectTypeOf<Context<'successMetrics'>>().toEqualTypeOf<{ workflowType: WorkflowType; goal: string }>()
  expectTypeOf<Item<'successMetrics'>>().toEqualTypeOf<{ kpi: string; formula: string; target: string; monitoring: string }>()
})
