import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { roadmapAveragePico } from '../../apps/api/src/documentation/roadmap-estimates.ts'
import { priceOf, type TypicalUsage, typicalUsageOf } from '../../apps/api/src/documentation/typical-cost.ts'
import { measureUsage } from '../../apps/api/src/testing/measure-usage.ts'
import { suggestions } from '../../packages/prompts/src/index.ts'
import { root } from '../root.ts'
import { renderCosts } from './render-costs.ts'

const remedy = 'Run "npm run costs" and commit what it writes.'
let measured: Record<string, TypicalUsage>

beforeAll(async () => {
  measured = await measureUsage()
})

test('every suggestion is measured, and measuring again gives what is stored', () => {
  for (const { name } of suggestions)
    expect(typicalUsageOf(name), `${name} has changed or was never measured. ${remedy}`).toEqual(measured[name])
})

test('the page of costs is what the measurement gives', () => {
  expect(readFileSync(join(root, 'docs', 'SUGGESTION_COSTS.md'), 'utf8'), remedy).toBe(renderCosts(measured))
})

test('no variant costs as much as the average that the roadmap planned with, in no language', () => {
  const today = new Date()
  const tooDear = Object.entries(measured).flatMap(([name, { model, runs }]) =>
    runs
      .filter(({ inputTokens, outputTokens }) => priceOf(model, inputTokens, outputTokens, today) >= roadmapAveragePico)
      .map(({ variant, locale }) => `${name}, ${variant}, ${locale}`),
  )
  expect(tooDear).toEqual([])
})
