import { createHash } from 'node:crypto'
import { newToolUseId } from '../ids.ts'
import type { ContentBlock, Json, Usage } from '../protocol.ts'
import type { Answer } from './compose-answer.ts'

export function signatureOf(answer: Answer): string {
  return createHash('sha256')
    .update(JSON.stringify([answer.model, answer.thinking]))
    .digest('base64')
}

/** Why the answer stopped, null for every ordinary end. */
export function stopDetailsOf(answer: Answer): Json {
  return answer.stopReason === 'refusal' ? { type: 'refusal', category: 'general_harms', explanation: 'The request was declined.' } : null
}

function contentOf(answer: Answer): ContentBlock[] {
  const blocks: ContentBlock[] = []
  if (answer.thinking !== null) blocks.push({ type: 'thinking', thinking: answer.thinking.text, signature: signatureOf(answer) })
  const text = answer.tokens?.join('')
  if (text !== undefined && answer.tool !== null) {
    blocks.push({ type: 'tool_use', id: newToolUseId(), name: answer.tool, input: parsed(text), caller: { type: 'direct' } })
  } else if (text !== undefined && text !== '') blocks.push({ type: 'text', text, citations: null })
  return blocks
}

/** A tool's input that was cut at `max_tokens` is no JSON any more. */
function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return {}
  }
}

/** The message as it stands at the start of a stream (`content` empty, no stop reason) or complete. */
export function messageOf(id: string, answer: Answer, usage: Usage, complete: boolean): { [key: string]: unknown } {
  return {
    id,
    type: 'message',
    role: 'assistant',
    model: answer.model,
    content: complete ? contentOf(answer) : [],
    container: null,
    diagnostics: null,
    stop_details: complete ? stopDetailsOf(answer) : null,
    stop_reason: complete ? answer.stopReason : null,
    stop_sequence: complete ? answer.stopSequence : null,
    usage,
  }
}
