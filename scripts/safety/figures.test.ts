import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { root } from '../root.ts'
import { composeTexts } from './compose-texts.ts'
import { figures, meets, type Report } from './figures.ts'
import { hasLabelledTexts, readInjectionTexts } from './labelled-texts.ts'
import { scoreParts } from './score-parts.ts'
import { trainInjectionModel } from './train-injection-model.ts'

const isThere = hasLabelledTexts()
if (!isThere) {
  process.stderr.write('\n*** There are no labelled texts in ../shared/data/safety: what the safety package finds is NOT measured. ***\n')
}

describe.skipIf(!isThere)('on the labelled texts', { timeout: 120_000 }, () => {
  let reports: { tuning: Report; heldBack: Report }
  beforeAll(async () => {
    reports = await scoreParts()
  }, 120_000)

  test.each(figures)('$name stays within its bounds, on the part that is held back, too', (figure) => {
    const bound = figure.floor ?? figure.target
    for (const part of ['tuning', 'heldBack'] as const) {
      const value = figure.of(reports[part])
      expect(meets(value, bound, figure.direction), `${part}: ${value}, bound ${bound}`).toBe(true)
    }
  })

  test('nothing throws', () => {
    for (const { personalData, injection } of Object.values(reports)) expect(personalData.errors + injection.errors).toBe(0)
  })

  test('training again gives the same weights, byte by byte', () => {
    const committed = readFileSync(join(root, 'packages', 'safety', 'src', 'injection', 'model', 'weights.json'), 'utf8')
    expect(trainInjectionModel().file).toBe(committed)
  })

  test('no composed text is a labelled one', () => {
    const { tuning, heldBack } = readInjectionTexts()
    const labelled = new Set([...tuning, ...heldBack].map(({ text }) => text.trim().toLowerCase()))
    expect(composeTexts().filter(({ text }) => labelled.has(text.trim().toLowerCase()))).toEqual([])
  })
})
