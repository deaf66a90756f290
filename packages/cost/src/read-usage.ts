/** `usage` of a Messages API answer, as far as it bears on the price. Every field may be null or missing; others are ignored. */
export interface MessagesUsage {
  /** Without cached tokens. */
  input_tokens?: number | null | undefined
  /** Thinking included. */
  output_tokens?: number | null | undefined
  cache_creation_input_tokens?: number | null | undefined
  cache_read_input_tokens?: number | null | undefined
  cache_creation?:
    | { ephemeral_5m_input_tokens?: number | null | undefined; ephemeral_1h_input_tokens?: number | null | undefined }
    | null
    | undefined
  server_tool_use?: { web_search_requests?: number | null | undefined } | null | undefined
  service_tier?: string | null | undefined
  inference_geo?: string | null | undefined
  speed?: string | null | undefined
}

export type CostFlag =
  | 'count-missing' // input or output tokens were absent and counted as none
  | 'cache-write-split-mismatch' // the split and the total of cache writes disagree; the larger was charged
  | 'refusal-not-billed' // refused with empty content: documented as free although usage is not zero
  | 'refusal-content-unknown' // refused, and nobody said whether content was empty: charged
  | 'priority-tier' // charged at the list price, which a commitment replaces
  | 'unpriced-server-tool' // a server tool other than web search and web fetch ran; it is not in the cost
  | 'secondary-source' // the price is not confirmed by the provider's own page

/** Billable counts of one request. */
interface UsageCounts {
  input: bigint
  output: bigint
  cacheWrite5m: bigint
  cacheWrite1h: bigint
  cacheRead: bigint
  webSearches: bigint
  flags: CostFlag[]
}

export interface InvalidUsage {
  ok: false
  reason: 'invalid-usage'
  message: string
}

/** Raised for the first bad field; never leaves this file. */
class FieldFault extends Error {}

/**
 * Reads counts that must be whole, not negative and at most 2^53 - 1. Where neither input nor output tokens are known, the usage is
 * invalid: an unknown amount is not zero.
 *
 * Cache writes: without a split all are 5-minute writes; without a total the split counts. Where the total is larger than the split,
 * the difference counts as 1-hour writes, the dearer kind; where the split is larger, the split counts. Neither undercharges.
 */
export function readUsage(usage: unknown): { ok: true; counts: UsageCounts } | InvalidUsage {
  try {
    return { ok: true, counts: readCounts(usage) }
  } catch (error) {
    if (error instanceof FieldFault) return { ok: false, reason: 'invalid-usage', message: error.message }
    throw error
  }
}

function readCounts(usage: unknown): UsageCounts {
  const fields = readObject(usage, 'usage')
  if (fields === undefined) throw new FieldFault('usage must be an object.')
  const input = readCount(fields.input_tokens, 'input_tokens')
  const output = readCount(fields.output_tokens, 'output_tokens')
  if (input === undefined && output === undefined) throw new FieldFault('input_tokens and output_tokens are both missing.')
  const flags: CostFlag[] = input === undefined || output === undefined ? ['count-missing'] : []

  const total = readCount(fields.cache_creation_input_tokens, 'cache_creation_input_tokens')
  const split = readObject(fields.cache_creation, 'cache_creation')
  const fiveMinutes = readCount(split?.ephemeral_5m_input_tokens, 'cache_creation.ephemeral_5m_input_tokens')
  const oneHour = readCount(split?.ephemeral_1h_input_tokens, 'cache_creation.ephemeral_1h_input_tokens')
  const hasSplit = fiveMinutes !== undefined || oneHour !== undefined
  const splitSum = (fiveMinutes ?? 0n) + (oneHour ?? 0n)
  const unexplained = hasSplit && total !== undefined ? total - splitSum : 0n
  if (unexplained !== 0n) flags.push('cache-write-split-mismatch')

  const tools = readObject(fields.server_tool_use, 'server_tool_use')
  if (ranUnpricedTool(tools)) flags.push('unpriced-server-tool')
  return {
    input: input ?? 0n,
    output: output ?? 0n,
    cacheWrite5m: hasSplit ? (fiveMinutes ?? 0n) : (total ?? 0n),
    cacheWrite1h: (oneHour ?? 0n) + (unexplained > 0n ? unexplained : 0n),
    cacheRead: readCount(fields.cache_read_input_tokens, 'cache_read_input_tokens') ?? 0n,
    webSearches: readCount(tools?.web_search_requests, 'server_tool_use.web_search_requests') ?? 0n,
    flags,
  }
}

// Web fetch is listed at no charge. Code execution is billed by container hours, which usage does not tell.
function ranUnpricedTool(tools: Record<string, unknown> | undefined): boolean {
  const known = ['web_search_requests', 'web_fetch_requests']
  return Object.entries(tools ?? {}).some(([name, count]) => !known.includes(name) && typeof count === 'number' && count > 0)
}

function readCount(value: unknown, field: string): bigint | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new FieldFault(`${field} must be a whole number of at least 0, or null.`)
  return BigInt(value)
}

function readObject(value: unknown, field: string): Record<string, unknown> | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'object' || Array.isArray(value)) throw new FieldFault(`${field} must be an object or null.`)
  return value as Record<string, unknown>
}
