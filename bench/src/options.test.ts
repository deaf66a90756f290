import { expect, test } from 'vitest'
import { readOptions } from './options.ts'

test('without options everything is measured in three rounds', () => {
  expect(readOptions([])).toMatchObject({ plan: { rounds: 3 }, only: [], json: false })
})

test('--quick is one short round, --only names parts', () => {
  expect(readOptions(['--quick', '--only', 'bare', '--only', 'live'])).toMatchObject({ plan: { rounds: 1 }, only: ['bare', 'live'] })
})

test('an unknown part or option is a mistake that names what exists', () => {
  expect(readOptions(['--only', 'everything'])).toMatchObject({ isMistake: true, text: expect.stringContaining('bare, empty-trpc') })
  expect(readOptions(['--fast'])).toMatchObject({ isMistake: true })
})

test('--help is not a mistake', () => {
  expect(readOptions(['--help'])).toMatchObject({ isMistake: false, text: expect.stringContaining('npm run bench') })
})
