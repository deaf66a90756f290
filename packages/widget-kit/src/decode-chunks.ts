/** What the server answers to one call or yields within it, with promises and iterables cut out and sent on their own. */
type Encoded = [value: [unknown?], ...parts: [key: string | number | null, kind: ChunkKind, chunk: number][]]
type Line = [chunk: number, status: number, value: unknown]

const chunkKinds = { promise: 0, iterable: 1 } as const
type ChunkKind = (typeof chunkKinds)[keyof typeof chunkKinds]
const promiseFulfilled = 0
const iterableReturned = 0
const iterableYielded = 1

/** tRPC's error shape, as the server's formatter left it: in a call's place, or in the middle of its stream. */
export class CallError extends Error {
  readonly shape: unknown
  constructor(shape: unknown) {
    super('The server answered with an error')
    this.shape = shape
  }
}

/**
 * Reads a body of tRPC's batch stream (`trpc-accept: application/jsonl`) and gives its head: one value for each call by its index,
 * with promises and async iterables where the server had them. What the body has brought before it ended or broke can still be read;
 * whatever waits for more then rejects.
 */
export async function decodeChunks(body: ReadableStream<Uint8Array>): Promise<Record<string, unknown>> {
  const chunks = new Map<number, Chunk>()
  let failure: { cause: unknown } | undefined

  const chunkOf = (id: number): Chunk => {
    const chunk = chunks.get(id) ?? { lines: [], wake: () => {} }
    chunks.set(id, chunk)
    return chunk
  }
  const next = async (chunk: Chunk): Promise<Line> => {
    for (;;) {
      const line = chunk.lines.shift()
      if (line) return line
      if (failure) throw failure.cause
      await new Promise<void>((resolve) => {
        chunk.wake = resolve
      })
    }
  }
  const end = (cause: unknown) => {
    failure = { cause }
    for (const chunk of chunks.values()) chunk.wake()
  }

  const decode = ([[value], ...parts]: Encoded): unknown => {
    for (const [key, kind, id] of parts) {
      const part = kind === chunkKinds.promise ? settle(chunkOf(id)) : iterate(chunkOf(id))
      if (key === null) return part
      ;(value as Record<string, unknown>)[key] = part
    }
    return value
  }
  const settle = (chunk: Chunk) => {
    const value = next(chunk).then(([, status, encoded]) => {
      if (status !== promiseFulfilled) throw new CallError(encoded)
      return decode(encoded as Encoded)
    })
    // Perhaps nobody ever asks for it.
    value.catch(() => {})
    return value
  }
  async function* iterate(chunk: Chunk): AsyncGenerator<unknown, unknown> {
    for (;;) {
      const [, status, encoded] = await next(chunk)
      if (status === iterableYielded) yield decode(encoded as Encoded)
      else if (status === iterableReturned) return decode(encoded as Encoded)
      else throw new CallError(encoded)
    }
  }

  const lines = readLines(body)
  const head = await lines.next()
  if (head.done) throw new Error('The body ended before its head')
  const calls = Object.entries(head.value as Record<string, Encoded>).map(([index, encoded]) => [index, decode(encoded)])
  void (async () => {
    for await (const line of lines) {
      const chunk = chunkOf((line as Line)[0])
      chunk.lines.push(line as Line)
      chunk.wake()
    }
    throw new Error('The body ended before its answers')
  })().catch(end)
  return Object.fromEntries(calls)
}

interface Chunk {
  lines: Line[]
  wake: () => void
}

/** The body's lines as values. Blanks between them, by which a server keeps the connection open, belong to the next line's JSON. */
async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown, void> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    rest += decoder.decode(value, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line)
  }
}
