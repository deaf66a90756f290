import { formatUsd } from '@inkling/cost'
import { registry, suggestions } from '@inkling/prompts'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { openApiDocument } from './openapi.ts'
import { documentationPage } from './page.ts'
import { typicalCostOf, typicalUsageOf } from './typical-cost.ts'

type Operation = {
  'x-inkling-typical-cost'?: Record<string, unknown>
  requestBody: { content: { 'application/json': { example: unknown; schema: Record<string, unknown> } } }
  responses: Record<string, { content: { 'application/json': { example: unknown } } }>
}

function operations(): [string, Operation][] {
  return Object.entries(openApiDocument().paths as Record<string, { post: Operation }>).map(([path, { post }]) => [path, post])
}

test('a public validator accepts the document', async () => {
  const result = await new Validator().validate(structuredClone(openApiDocument()))
  expect(result.errors).toBeUndefined()
  expect(result.valid).toBe(true)
})

test('every operation has an example of what is sent and of what comes back', () => {
  expect(operations()).toHaveLength(suggestions.length + 1)
  for (const [path, operation] of operations()) {
    expect([path, operation.requestBody.content['application/json'].example]).not.toContain(undefined)
    expect([path, operation.responses['200']?.content['application/json'].example]).not.toContain(undefined)
  }
})

test('operations carry the typical cost beside the figures of the roadmap', () => {
  const [, chef] = operations().find(([path]) => path.endsWith('/coocook/chef-recommendation'))!
  expect(chef['x-inkling-typical-cost']).toEqual({
    model: 'claude-haiku-5-5',
    inputTokens: expect.any(Number),
    outputTokens: expect.any(Number),
    usd: expect.stringMatching(/^0\.000\d+$/),
    roadmap: { averageUsd: '0.0036', inputTokens: 150, outputTokens: 75, statedUsd: '0.00158', usdAtItsPrices: '0.001575' },
  })
  for (const [path, operation] of operations())
    if (path.includes('/suggestions/')) expect([path, operation['x-inkling-typical-cost']]).not.toContain(undefined)
})

test('every property of every context carries its kind', () => {
  const kinds = ['choice', 'number', 'identifier', 'text', 'code']
  const check = (schema: Record<string, unknown>): void => {
    for (const property of Object.values((schema.properties ?? {}) as Record<string, Record<string, unknown>>)) {
      expect(kinds).toContain(property['x-inkling-kind'])
      check(property)
      if (property.items) check(property.items as Record<string, unknown>)
    }
  }
  for (const [path, operation] of operations())
    if (path.includes('/suggestions/')) check(operation.requestBody.content['application/json'].schema)
})

test('the page shows each suggestion with its fields, and escapes what it shows', () => {
  const page = documentationPage()
  for (const { path, title } of suggestions) expect(page).toContain(`<section id="${path}"><h3>${title.en}</h3>`)
  expect(page).toContain('chefs[].rating')
  const { picoUsd } = typicalCostOf(typicalUsageOf('coocook.chefRecommendation')!, new Date())
  expect(page).toContain(`<strong>$${formatUsd(picoUsd)}</strong> a call`)
  expect(page).not.toContain('<script')
  expect(Object.keys(registry)).toContain('coocook')
})
