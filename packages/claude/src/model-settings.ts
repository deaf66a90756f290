/** What a model accepts; everything else about a request is the same for all. */
export interface ModelSettings {
  thinking: { type: 'disabled' } | { type: 'between_tools' } | { type: 'adaptive' }
  /** Whether `output_config.effort` is understood. */
  effort: boolean
  /** Whether `inference_geo` is understood; models before 4.6 answer it with 400. */
  inferenceGeo: boolean
}

// Thinking is on by default and would use up both the deadline and the output limit: each model gets the least it accepts.
const settings: Readonly<Record<string, ModelSettings>> = {
  'claude-haiku-5-5': { thinking: { type: 'disabled' }, effort: true, inferenceGeo: true },
  // Thinking cannot be disabled; between tools is never, since there are no tools.
  'claude-sonnet-5-5': { thinking: { type: 'between_tools' }, effort: true, inferenceGeo: true },
  // Always thinks; effort alone decides how much.
  'claude-opus-5-5': { thinking: { type: 'adaptive' }, effort: true, inferenceGeo: true },
  'claude-sonnet-5': { thinking: { type: 'disabled' }, effort: true, inferenceGeo: true },
  'claude-opus-5': { thinking: { type: 'disabled' }, effort: true, inferenceGeo: true },
  'claude-sonnet-4-6': { thinking: { type: 'disabled' }, effort: true, inferenceGeo: true },
  'claude-haiku-4-5': { thinking: { type: 'disabled' }, effort: false, inferenceGeo: false },
}

/** Settings by alias (`claude-haiku-4-5`) or dated id (`claude-haiku-4-5-20251001`). `undefined`: not to be called. */
export function settingsOfModel(model: string): ModelSettings | undefined {
  const alias = model.replace(/-\d{8}$/, '')
  return Object.hasOwn(settings, alias) ? settings[alias] : undefined
}
