export { type AnthropicLanguageModel, type AnthropicProbe, createAnthropicLanguageModel } from './anthropic-language-model.ts'
export { settingsOfModel } from './model-settings.ts'
