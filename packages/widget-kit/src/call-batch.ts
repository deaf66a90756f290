import { CallError, decodeChunks } from './decode-chunks.ts'

export interface BatchCall {
  /** The procedure's name, as in `suggestStream.coocook.chefRecommendation`. */
  path: string
  input: unknown
  signal: AbortSignal
}

interface CallAnswer {
  result?: Promise<{ data: unknown }> | { data: unknown }
  error?: unknown
}

/**
 * Sends queries in one POST by tRPC's own batch-stream protocol, as `httpBatchStreamLink` with `methodOverride: 'POST'` does, and gives
 * one promise for each in their order: of what the procedure returned (an async iterable where it yields), or rejected with a
 * {@link CallError}, or with what broke the request. The request is given up when all its calls are aborted.
 */
export function callBatch(url: string, headers: Readonly<Record<string, string>>, calls: readonly BatchCall[]): Promise<unknown>[] {
  const request = new AbortController()
  for (const { signal } of calls) {
    const check = () => {
      if (calls.every((call) => call.signal.aborted)) request.abort()
    }
    signal.addEventListener('abort', check, { once: true })
    check()
  }

  const send = async () => {
    const response = await fetch(`${url}/${calls.map(({ path }) => path).join(',')}?batch=1`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'trpc-accept': 'application/jsonl' },
      body: JSON.stringify(
        Object.assign(
          {},
          calls.map(({ input }) => input),
        ),
      ),
      signal: request.signal,
    })
    if (response.ok && response.body) return decodeChunks(response.body)
    // The server has refused the request as a whole: plain JSON, one error for all.
    const { error } = (await response.json()) as CallAnswer
    throw new CallError(error)
  }

  const answers = send()
  return calls.map(async (_, index) => {
    const { result, error } = (await (await answers)[index]) as CallAnswer
    if (!result) throw new CallError(error)
    return (await result).data
  })
}
