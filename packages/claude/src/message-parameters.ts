import type { MessageCreateParamsStreaming } from '@anthropic-ai/sdk/resources/messages'
import type { ModelRequest } from '@inkling/suggestions/ports'
import type { ModelSettings } from './model-settings.ts'

/**
 * The body of one call. The schema travels as a plain output format: the SDK's own parsing helpers lose `usage` when an answer is
 * cut. No sampling parameters and no prefilled answer: both are refused.
 */
export function messageParameters(request: ModelRequest, settings: ModelSettings): MessageCreateParamsStreaming {
  return {
    model: request.model,
    max_tokens: request.maxOutputTokens,
    system: request.system,
    messages: [{ role: 'user', content: request.data }],
    output_config: {
      format: { type: 'json_schema', schema: { ...request.schema } },
      ...(settings.effort && { effort: request.effort }),
    },
    thinking: settings.thinking,
    metadata: { user_id: request.userKey },
    service_tier: 'standard_only',
    // Left out, the workspace's default would decide, and "us" costs a tenth more.
    ...(settings.inferenceGeo && { inference_geo: 'global' }),
    stream: true,
  }
}
