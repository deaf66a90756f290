import { findModel, type Model, modelsAt } from '../models.ts'
import { RequestProblem } from './problem.ts'

const supported = { supported: true }
const unsupported = { supported: false }
const either = (value: boolean) => (value ? supported : unsupported)

function modelInfo(model: Model) {
  const efforts = either(model.residency)
  return {
    type: 'model',
    id: model.id,
    display_name: model.displayName,
    created_at: `${model.releasedOn}T00:00:00Z`,
    line: model.line,
    lifecycle: model.retiresOn === null ? 'active' : 'deprecated',
    deprecated_at: model.retiresOn === null ? null : `${model.releasedOn}T00:00:00Z`,
    retires_at: model.retiresOn === null ? null : `${model.retiresOn}T00:00:00Z`,
    max_input_tokens: model.contextTokens,
    max_tokens: model.outputTokens,
    capabilities: {
      batch: supported,
      citations: supported,
      code_execution: unsupported,
      context_management: {
        supported: false,
        clear_thinking_20251015: unsupported,
        clear_tool_uses_20250919: unsupported,
        compact_20260112: unsupported,
      },
      effort: { supported: model.residency, low: efforts, medium: efforts, high: efforts, xhigh: efforts, max: efforts },
      image_input: unsupported,
      pdf_input: unsupported,
      server_tools: { supported: false, code_execution: unsupported, web_search: unsupported },
      structured_outputs: supported,
      thinking: {
        supported: true,
        types: {
          adaptive: either(model.thinking.includes('adaptive')),
          between_tools: either(model.thinking.includes('between_tools')),
          disabled: either(model.thinking.includes('disabled')),
          enabled: either(model.thinking.includes('enabled')),
        },
      },
    },
  }
}

/** `GET /v1/models`: everything fits on one page. */
export function listModels(now: number) {
  const data = modelsAt(now).map(modelInfo)
  return { data, has_more: false, first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null }
}

/** `GET /v1/models/:id` */
export function describeModel(id: string, now: number) {
  const model = findModel(id, now)
  if (model === undefined) throw new RequestProblem({ status: 404, message: `model: ${id}` })
  return modelInfo(model)
}
