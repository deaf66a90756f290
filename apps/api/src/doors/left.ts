import type { ServerResponse } from 'node:http'

/** A signal that is aborted when the connection closes before its answer is written. Made when it is first asked for. */
export function leftSignal(response: ServerResponse): () => AbortSignal {
  let signal: AbortSignal | undefined
  return () => {
    signal ??= watch(response)
    return signal
  }
}

function watch(response: ServerResponse): AbortSignal {
  const left = new AbortController()
  const check = () => {
    if (!response.writableEnded) left.abort()
  }
  if (response.destroyed) check()
  else response.once('close', check)
  return left.signal
}
