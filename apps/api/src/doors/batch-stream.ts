import type { LineWriter } from './line-writer.ts'

// The numbers of tRPC's protocol.
const part = { promise: 0, iterable: 1 } as const
const settled = { fulfilled: 0 } as const
const iterated = { returned: 0, yielded: 1, failed: 2 } as const

/**
 * Writes answers as tRPC's batch stream (`trpc-accept: application/jsonl`): a head with a place for each, then what belongs there, in the order
 * in which it comes. tRPC's own producer sends each line through four streams, which costs several times what a cached answer does.
 * What an answer or an event holds is plain JSON. `shapeOf` gives the body of what an answer has thrown.
 */
export async function writeBatchStream(
  lines: Pick<LineWriter, 'write' | 'isGone'>,
  answers: readonly Promise<unknown>[],
  shapeOf: (error: unknown, index: number) => unknown,
): Promise<void> {
  let next = answers.length
  lines.write(Object.fromEntries(answers.map((_, index) => [index, [[0], [null, part.promise, index]]])))

  async function writeAnswer(answer: Promise<unknown>, index: number): Promise<void> {
    let data: unknown
    try {
      data = await answer
    } catch (error) {
      return lines.write([index, settled.fulfilled, [[{ error: shapeOf(error, index) }]]])
    }
    const [result, value] = [next++, next++]
    lines.write([index, settled.fulfilled, [[{ result: 0 }], ['result', part.promise, result]]])
    lines.write([result, settled.fulfilled, [[{ data: 0 }], ['data', part.promise, value]]])
    if (!isIterable(data)) return lines.write([value, settled.fulfilled, [[data]]])
    const events = next++
    lines.write([value, settled.fulfilled, [[0], [null, part.iterable, events]]])
    try {
      for await (const event of data) {
        if (lines.isGone) return
        lines.write([events, iterated.yielded, [[event]]])
      }
      lines.write([events, iterated.returned, [[]]])
    } catch (error) {
      lines.write([events, iterated.failed, shapeOf(error, index)])
    }
  }

  await Promise.all(answers.map(writeAnswer))
}

function isIterable(data: unknown): data is AsyncIterable<unknown> {
  return typeof data === 'object' && data !== null && Symbol.asyncIterator in data
}
