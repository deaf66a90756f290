import { expect, test } from 'vitest'
import { readOptions } from './options.ts'
import type { Scenario } from './scenario.ts'

const scenario = (name: string): Scenario => ({ name, summary: `what ${name} does`, run: async () => ({ figures: [], checks: [] }) })
const scenarios = [scenario('faults'), scenario('budget')]

test('without options everything runs and the report is written', () => {
  expect(readOptions([], scenarios)).toEqual({
    seed: 1,
    requests: 10_000,
    rows: 10_000_000,
    scenarios,
    report: 'docs/operations/soak-report.md',
  })
})

test('seed, number and scenarios can be chosen', () => {
  const read = readOptions(['--seed', '7', '--requests', '300', '--rows', '5000', '--only', 'budget', '--no-report'], scenarios)
  expect(read).toEqual({
    seed: 7,
    requests: 300,
    rows: 5_000,
    scenarios: [scenarios[1]].map((each) => expect.objectContaining({ name: each!.name })),
  })
})

test.each([
  [['--requests', 'many'], '--requests must be a whole number'],
  [['--only', 'floods'], 'there is no scenario "floods"'],
  [['--seed'], '--seed needs a value'],
  [['--fast', '1'], 'Unknown option --fast'],
])('%j is a mistake that is named, with the help below it', (args, sentence) => {
  const read = readOptions(args, scenarios)
  expect(read).toMatchObject({ isMistake: true, text: expect.stringContaining(sentence) })
  expect(read).toMatchObject({ text: expect.stringContaining('npm run soak') })
})

test('the help names every scenario', () => {
  expect(readOptions(['--help'], scenarios)).toMatchObject({ isMistake: false, text: expect.stringContaining('what budget does') })
})
