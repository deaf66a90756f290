import { createClient } from '@inkling/client'
import type { AnswerEvent } from '@inkling/contracts'
import type { TokenMint } from '../processes.ts'
import type { Ask } from '../traffic/day-of-traffic.ts'

/** One answer as a person sees it; milliseconds after asking. */
export interface Seen {
  source: string
  reason: string | undefined
  /** `undefined`: an answer without items. */
  firstItem: number | undefined
  complete: number
}

// Tokens live for fifteen minutes; pages ask for a new one before that.
const tokenMilliseconds = 10 * 60 * 1000

/** Asks as the products' pages do: with the user's token, streamed. Rejects where the server answers with an error. */
export function createAsker(url: string, mint: TokenMint): (ask: Ask) => Promise<Seen> {
  const tokens = new Map<string, { token: Promise<string>; until: number }>()

  function tokenOf({ product, userId, locale }: Ask): Promise<string> {
    const key = `${product} ${userId} ${locale}`
    const known = tokens.get(key)
    if (known && performance.now() < known.until) return known.token
    const token = mint({ product, userId, locale })
    tokens.set(key, { token, until: performance.now() + tokenMilliseconds })
    return token
  }

  return async (ask) => {
    const token = await tokenOf(ask)
    const { suggestStream } = createClient({ url, token: () => token })
    const start = performance.now()
    let firstItem: number | undefined
    let meta: Extract<AnswerEvent, { type: 'answer-end' }>['meta'] | undefined
    for await (const event of await queryOf(suggestStream, ask)) {
      if (event.type === 'item') firstItem ??= performance.now() - start
      if (event.type === 'answer-end') meta = event.meta
    }
    if (!meta) throw new Error('The stream ended before its answer did.')
    return { source: meta.source, reason: meta.reason, firstItem, complete: performance.now() - start }
  }
}

type Procedures = Record<string, Record<string, { query(context: unknown): Promise<AsyncIterable<AnswerEvent>> }>>

function queryOf(procedures: unknown, { product, suggestion, context }: Ask): Promise<AsyncIterable<AnswerEvent>> {
  return (procedures as Procedures)[product]![suggestion.key]!.query(context)
}
