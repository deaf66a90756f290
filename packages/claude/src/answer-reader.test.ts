import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createAnswerReader } from './answer-reader.ts'

/** The events of a transcript as the simulator sent it. */
function recorded(name: string): unknown[] {
  const text = readFileSync(new URL(`./fixtures/recorded-${name}.sse`, import.meta.url), 'utf8')
  // Only what a blank line ends is an event; the rest is what a cut left over.
  const frames = text.split('\n\n').slice(0, -1)
  return frames.map((frame) => JSON.parse(frame.slice(frame.indexOf('data: ') + 'data: '.length)) as unknown)
}

function read(name: string) {
  const reader = createAnswerReader()
  const text = recorded(name)
    .map((event) => reader.read(event))
    .join('')
  return { text, complete: reader.complete, startUsage: reader.startUsage }
}

const usage = (output: number) => expect.objectContaining({ input_tokens: 432, output_tokens: output, inference_geo: 'global' })

test.each([
  ['haiku', { kind: 'complete', stopReason: 'end_turn', contentEmpty: false, usage: usage(83) }],
  ['opus', { kind: 'complete', stopReason: 'end_turn', contentEmpty: false, usage: usage(143) }],
  ['truncated', { kind: 'complete', stopReason: 'max_tokens', contentEmpty: false, usage: usage(49) }],
  ['refusal', { kind: 'complete', stopReason: 'refusal', contentEmpty: true, usage: usage(1) }],
  ['refusal-midway', { kind: 'complete', stopReason: 'refusal', contentEmpty: false, usage: usage(23) }],
  ['cut', undefined],
])('the recorded transcript "%s" ends as it was meant', (name, complete) => {
  expect(read(name).complete).toEqual(complete)
})

test('a transcript that was cut still tells the exact input', () => {
  expect(read('cut').startUsage).toMatchObject({ input_tokens: 432 })
  expect(read('error-event')).toMatchObject({ complete: undefined, startUsage: { input_tokens: 432 } })
})

test('the text is the answer alone, also where thinking came before it', () => {
  for (const name of ['haiku', 'opus']) expect(JSON.parse(read(name).text)).toHaveProperty('items')
})

test('what is no event is passed over', () => {
  const reader = createAnswerReader()
  for (const event of [undefined, null, 'ping', 7, [], { type: 'error' }]) expect(reader.read(event)).toBe('')
  expect(reader.complete).toBeUndefined()
})
