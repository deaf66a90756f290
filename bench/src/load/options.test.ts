import { expect, test } from 'vitest'
import { readLoadOptions } from './options.ts'

test('without options a hundred users come for a minute', () => {
  expect(readLoadOptions([])).toEqual({ minutes: 1, users: 100, hitRate: 0.58, report: undefined })
})

test('a number out of range is a mistake that names the option', () => {
  expect(readLoadOptions(['--minutes', 'ten'])).toMatchObject({ isMistake: true, text: expect.stringContaining('--minutes') })
  expect(readLoadOptions(['--users', '0'])).toMatchObject({ isMistake: true, text: expect.stringContaining('--users') })
  expect(readLoadOptions(['--hit-rate', '2'])).toMatchObject({ isMistake: true, text: expect.stringContaining('--hit-rate') })
  expect(readLoadOptions(['--fast'])).toMatchObject({ isMistake: true })
})

test('--help is not a mistake', () => {
  expect(readLoadOptions(['--help'])).toMatchObject({ isMistake: false, text: expect.stringContaining('npm run load') })
})
