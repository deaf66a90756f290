/** One attempt at Claude: the ledger's row, under our own UUIDv7. Amounts in pico-dollars. */
export interface AttemptTable {
  partition_day: string
  id: string
  suggestion_id: string
  product: string
  suggestion: string
  /** Null once the person was erased. */
  user_key: string | null
  tier: 'standard' | 'premium'
  model: string
  variant: string
  prompt_version: string
  state: 'reserved' | 'settled' | 'released'
  reserved_pico: bigint
  charged_pico: bigint | null
  estimated: boolean
  outcome: string | null
  stop_reason: string | null
  input_tokens: bigint | null
  output_tokens: bigint | null
  cache_write_5m_tokens: bigint | null
  cache_write_1h_tokens: bigint | null
  cache_read_tokens: bigint | null
  provider_request_id: string | null
  flags: string[]
  process_id: string
  /** The budget's day and the first day of its month, in the budget's time zone. */
  day: string
  month: string
  reserved_at: Date
  settled_at: Date | null
}

export interface EventTable {
  partition_day: string
  id: string
  suggestion_id: string
  product: string
  suggestion: string
  user_key: string
  type: string
  item_index: number | null
  value: number | null
  experiments: { experimentId: string; variationId: string }[]
  variant: string
  at: Date
}

export interface ExperimentViewedTable {
  partition_day: string
  id: string
  user_key: string
  product: string
  suggestion: string
  experiment_id: string
  variation_id: string
  at: Date
}

export interface ServedAnswerTable {
  partition_day: string
  suggestion_id: string
  product: string
  suggestion: string
  user_key: string
  tier: string
  locale: string
  source: string
  reason: string | null
  variant: string
  prompt_version: string
  items: number
  milliseconds: number
  at: Date
  answer_id: string | null
}

export interface SecurityEventTable {
  partition_day: string
  id: string
  product: string
  suggestion: string
  user_key: string
  kind: string
  location: string
  action: string
  at: Date
}
