import { expect, test } from 'vitest'
import { messageParameters } from './message-parameters.ts'
import { settingsOfModel } from './model-settings.ts'
import { modelRequest } from './testing/model-request.ts'

test('each model thinks as little as it can', () => {
  expect(settingsOfModel('claude-haiku-5-5')?.thinking).toEqual({ type: 'disabled' })
  expect(settingsOfModel('claude-sonnet-5-5')?.thinking).toEqual({ type: 'between_tools' })
  expect(settingsOfModel('claude-opus-5-5')?.thinking).toEqual({ type: 'adaptive' })
})

test('a dated id has the settings of its alias', () => {
  expect(settingsOfModel('claude-haiku-4-5-20251001')).toBe(settingsOfModel('claude-haiku-4-5'))
})

test('an older model is not sent what it does not understand', () => {
  const settings = settingsOfModel('claude-haiku-4-5')
  if (!settings) throw new Error('no settings')
  const parameters = messageParameters({ ...modelRequest, model: 'claude-haiku-4-5' }, settings)
  expect(parameters).not.toHaveProperty('inference_geo')
  expect(parameters.output_config).not.toHaveProperty('effort')
})

test.each(['', 'claude', 'claude-haiku-5-5-latest', 'claude-sonnet-4-5', 'toString', '__proto__'])('%j is not to be called', (model) => {
  expect(settingsOfModel(model)).toBeUndefined()
})
