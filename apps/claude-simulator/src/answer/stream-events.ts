import { newToolUseId } from '../ids.ts'
import { type Answer, outputTokensOf, usageOf } from './compose-answer.ts'
import { messageOf, signatureOf, stopDetailsOf } from './message.ts'

/** One server-sent event, ready to send. */
export interface StreamEvent {
  bytes: Buffer
  /** Output tokens that the client has received once this event is sent. */
  tokensSent: number
  /** Tokens that are produced before this event, for its timing. */
  tokensBefore: number
}

/** The API joins a few tokens to one delta. */
const tokensPerDelta = 3
/** A `ping` may come anywhere; one in so many deltas has one before it. */
const deltasPerPing = 17

function encodeEvent(type: string, data: { [key: string]: unknown }): Buffer {
  return Buffer.from(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`)
}

/** The whole stream in order: start, blocks, `message_delta` with cumulative usage, `message_stop`. */
export function streamEvents(messageId: string, answer: Answer): StreamEvent[] {
  const events: StreamEvent[] = []
  let sent = 0
  const add = (type: string, data: { [key: string]: unknown }, tokens = 0): void => {
    sent += tokens
    events.push({ bytes: encodeEvent(type, data), tokensSent: sent, tokensBefore: tokens })
  }
  add('message_start', { message: messageOf(messageId, answer, usageOf(answer, Math.min(1, outputTokensOf(answer))), false) })

  let index = 0
  if (answer.thinking !== null) {
    add('content_block_start', { index, content_block: { type: 'thinking', thinking: '', signature: '' } })
    add('ping', {})
    if (answer.thinking.text !== '')
      add('content_block_delta', { index, delta: { type: 'thinking_delta', thinking: answer.thinking.text } })
    add('content_block_delta', { index, delta: { type: 'signature_delta', signature: signatureOf(answer) } }, answer.thinking.tokens)
    add('content_block_stop', { index })
    index += 1
  }
  if (answer.tokens !== null && answer.tokens.length > 0) {
    const { tokens, tool } = answer
    const block =
      tool === null
        ? { type: 'text', text: '', citations: null }
        : { type: 'tool_use', id: newToolUseId(), name: tool, input: {}, caller: { type: 'direct' } }
    add('content_block_start', { index, content_block: block })
    add('ping', {})
    for (let start = 0; start < tokens.length; start += tokensPerDelta) {
      const piece = tokens.slice(start, start + tokensPerDelta)
      if (start > 0 && (start / tokensPerDelta) % deltasPerPing === 0) add('ping', {})
      const text = piece.join('')
      add(
        'content_block_delta',
        { index, delta: tool === null ? { type: 'text_delta', text } : { type: 'input_json_delta', partial_json: text } },
        piece.length,
      )
    }
    add('content_block_stop', { index })
  }
  const { input_tokens, cache_creation_input_tokens, cache_read_input_tokens, output_tokens, output_tokens_details, server_tool_use } =
    usageOf(answer, outputTokensOf(answer))
  add('message_delta', {
    delta: { container: null, stop_details: stopDetailsOf(answer), stop_reason: answer.stopReason, stop_sequence: answer.stopSequence },
    usage: { input_tokens, cache_creation_input_tokens, cache_read_input_tokens, output_tokens, output_tokens_details, server_tool_use },
  })
  add('message_stop', {})
  return events
}
