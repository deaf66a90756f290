import type { AutoExperiment, FeatureDefinition, SavedGroupsPayload } from '@growthbook/growthbook'
import { z } from 'zod'

/**
 * What GrowthBook hands to its SDKs, and what the embedded payload file holds. The three parts are always present: a part that is left
 * out would keep its old value in the SDK.
 */
export interface Payload {
  features: Record<string, FeatureDefinition>
  savedGroups: SavedGroupsPayload
  experiments: AutoExperiment[]
  /** ISO 8601, as the host says; for people. */
  dateUpdated?: string
}

/** Where the payload in use came from. `stored`: the last known copy, since the host has not answered yet. */
export type PayloadOrigin = 'file' | 'host' | 'stored' | 'none'

export interface PayloadStatus {
  origin: PayloadOrigin
  /** Milliseconds since 1970 of the last time the source was read and found valid. */
  lastSuccessAt: number | undefined
  /** The payload in use may be older than what the source says now: the last reading failed, or only the stored copy is known. */
  stale: boolean
  /** Why the last reading failed, in one sentence. */
  problem: string | undefined
}

/** The payload in memory, kept up to date in the background. */
export interface PayloadSource {
  /** `undefined`: nothing is known, everything is off. The same object until the payload changes. */
  payload(): Payload | undefined
  status(): PayloadStatus
  close(): Promise<void>
}

/** The last known payload of a real host, so that a restart during the host's outage does not switch everything off. */
export interface PayloadStore {
  /** `undefined`: none was saved. May reject; the host then goes on without. */
  load(): Promise<Payload | undefined>
  /** May reject; it is tried again with the next payload. */
  save(payload: Payload): Promise<void>
}

// Strict only where the SDK would fail or decide wrongly; unknown parts of a payload belong to newer versions of the host.
const condition = z.record(z.string(), z.unknown())
const range = z.tuple([z.number(), z.number()])
const rule = z.looseObject({
  id: z.string().optional(),
  condition: condition.optional(),
  parentConditions: z.array(z.looseObject({ id: z.string(), condition: condition.optional(), gate: z.boolean().optional() })).optional(),
  filters: z.array(z.looseObject({ seed: z.string(), hashVersion: z.number(), ranges: z.array(range) })).optional(),
  coverage: z.number().min(0).max(1).optional(),
  range: range.optional(),
  ranges: z.array(range).optional(),
  hashAttribute: z.string().optional(),
  hashVersion: z.int().min(1).max(2).optional(),
  seed: z.string().optional(),
  key: z.string().optional(),
  variations: z.array(z.unknown()).min(1).optional(),
  weights: z.array(z.number().min(0).max(1)).optional(),
  meta: z.array(z.looseObject({ key: z.string().optional(), name: z.string().optional() })).optional(),
})
const feature = z.looseObject({ defaultValue: z.unknown().optional(), rules: z.array(rule).optional() })
const payloadSchema = z.looseObject({
  features: z.record(z.string(), feature),
  savedGroups: z.record(z.string(), z.union([z.array(z.unknown()), z.looseObject({ type: z.string() })])).optional(),
  experiments: z.array(z.looseObject({})).optional(),
  dateUpdated: z.string().nullish(),
})

export type ParsedPayload = { ok: true; payload: Payload } | { ok: false; problem: string }

/** Reads a payload from JSON text. The problem is one sentence and names the first bad place; it never quotes the content. */
export function parsePayload(text: string): ParsedPayload {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, problem: text.trim() === '' ? 'it is empty' : 'it is not valid JSON' }
  }
  return checkPayload(value)
}

/** As {@link parsePayload}, for a value that is JSON already. */
export function checkPayload(value: unknown): ParsedPayload {
  if (typeof value === 'object' && value !== null && 'encryptedFeatures' in value) {
    return { ok: false, problem: 'it is encrypted; switch encryption off in the SDK connection' }
  }
  const result = payloadSchema.safeParse(value)
  if (!result.success) {
    const [issue] = result.error.issues
    const place = issue?.path.length ? `at ${issue.path.map(String).join('.')}` : 'at the top'
    return { ok: false, problem: `it is not a GrowthBook payload: ${place}: ${issue?.message ?? 'unknown fault'}` }
  }
  const checked = value as Partial<Payload> & { features: Payload['features'] }
  return {
    ok: true,
    payload: {
      features: checked.features,
      savedGroups: checked.savedGroups ?? {},
      experiments: checked.experiments ?? [],
      ...(typeof checked.dateUpdated === 'string' && { dateUpdated: checked.dateUpdated }),
    },
  }
}
