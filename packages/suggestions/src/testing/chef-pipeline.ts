import type { AnswerEvent } from '@inkling/contracts'
import { registry } from '@inkling/prompts'
import { deriveKeys } from '../keys.ts'
import { createPipeline } from '../pipeline.ts'
import type { SuggestionRequest } from '../request.ts'
import { fakePorts } from './fake-ports.ts'
import { answerText, ScriptedModel } from './scripted-model.ts'

export const { chefRecommendation, reviewTemplate } = registry.coocook
export const keys = deriveKeys('a secret of thirty-two bytes, at least')
export const settings = {
  keys,
  models: { default: 'claude-haiku-5-5', escalation: 'claude-sonnet-5-5' },
  personalData: 'redact',
  timeoutMilliseconds: 10_000,
} as const

export const chefs = ['ada', 'bo', 'cy', 'dee'].map((id, index) => ({
  id: `chef-${id}`,
  cuisines: ['italian'],
  priceBand: 'standard' as const,
  rating: 4 + index / 10,
  tags: ['pasta'],
}))
export const context = { budgetUsd: 400, cuisine: 'italian', dietary: ['vegetarian'], partySize: 4, chefs }

export const item = (alias: number) => ({ chefId: `c${alias}`, reasoning: 'Cooks fresh pasta for small parties of four.', confidence: 0.8 })
export const threeChefs = answerText([item(2), item(1), item(4)])

export function request(changes: Partial<SuggestionRequest> = {}): SuggestionRequest {
  const caller = { product: 'coocook', userKey: 'user-1', tier: 'standard', locale: 'en', sees: 'everything' } as const
  return { suggestion: chefRecommendation, context, caller, requestId: 'request-1', ...changes }
}

export function setUp(changes: Parameters<typeof fakePorts>[0] = {}) {
  const ports = fakePorts({ model: new ScriptedModel({ text: threeChefs }), ...changes })
  return { ports, pipeline: createPipeline(ports, settings) }
}

export async function eventsOf(stream: AsyncIterable<AnswerEvent>): Promise<AnswerEvent[]> {
  const events: AnswerEvent[] = []
  for await (const event of stream) events.push(event)
  return events
}

export const chosen = (items: unknown[]) => items.map((entry) => (entry as { chefId: string }).chefId)
