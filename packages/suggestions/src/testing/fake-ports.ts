import { createHash } from 'node:crypto'
import { FairPlaces } from '../fair-places.ts'
import type {
  CachedAnswer,
  CacheKey,
  ExposureRecord,
  FeatureFlags,
  FeedbackRecord,
  FlagValue,
  Flights,
  LifecycleEvent,
  Ports,
  Randomness,
  Records,
  SecurityRecord,
  ServedRecord,
  SuggestionCache,
} from '../ports.ts'
import { uuidVersion7 } from '../system-ports.ts'
import { ManualClock } from './manual-clock.ts'
import { MemoryGate } from './memory-gate.ts'
import { ScriptedModel } from './scripted-model.ts'

/** Everything that the pipeline remembers about a request. */
export class RememberingRecords implements Records {
  readonly exposures: ExposureRecord[] = []
  readonly answers: ServedRecord[] = []
  readonly securityRecords: SecurityRecord[] = []
  readonly feedbackRecords: FeedbackRecord[] = []

  exposure(record: ExposureRecord): void {
    this.exposures.push(record)
  }
  served(record: ServedRecord): void {
    this.answers.push(record)
  }
  security(record: SecurityRecord): void {
    this.securityRecords.push(record)
  }
  async feedback(records: FeedbackRecord[]): Promise<void> {
    this.feedbackRecords.push(...records)
  }
}

class MapCache implements SuggestionCache {
  readonly entries = new Map<string, CachedAnswer>()

  async get(key: CacheKey): Promise<CachedAnswer | undefined> {
    return this.entries.get(key.hash)
  }
  async set(key: CacheKey, answer: CachedAnswer): Promise<void> {
    this.entries.set(key.hash, structuredClone(answer))
  }
  async invalidateUser(): Promise<number> {
    return 0
  }
  async purge(): Promise<number> {
    return 0
  }
  async close(): Promise<void> {}
}

/** Deterministic: the same sequence in every run. */
export function countingRandomness(clock: { now(): number }): Randomness {
  let count = 0
  const next = () => createHash('sha256').update(String(count++)).digest()
  return {
    uuid: () => uuidVersion7(clock.now(), Buffer.from(next()).toString('hex')),
    hex: (characters) => next().toString('hex').slice(0, characters),
    fraction: () => 0.5,
  }
}

const everybodyLeads: Flights = {
  join: async () => ({ role: 'leader', leader: { publish: () => {}, finish: () => {}, handOver: () => false } }),
}

export interface FakePorts extends Ports {
  clock: ManualClock
  gate: MemoryGate
  model: ScriptedModel
  cache: MapCache
  records: RememberingRecords
  places: FairPlaces
  events: LifecycleEvent[]
}

/** All ports in memory. Flags are on, nobody is denied, nothing is limited; a test changes what it is about. */
export function fakePorts(
  changes: { model?: ScriptedModel; prompt?: FlagValue; admission?: 'admitted' | 'disabled' | 'not-in-rollout' } = {},
): FakePorts {
  const clock = new ManualClock()
  const events: LifecycleEvent[] = []
  const flags: FeatureFlags = {
    forUser: () => ({ admission: () => changes.admission ?? 'admitted', prompt: () => changes.prompt ?? { value: undefined } }),
  }
  return {
    clock,
    events,
    flags,
    randomness: countingRandomness(clock),
    denyOverrides: { denied: () => undefined },
    cache: new MapCache(),
    flights: everybodyLeads,
    model: changes.model ?? new ScriptedModel(),
    gate: new MemoryGate(),
    sample: { maySpend: () => true },
    places: new FairPlaces(8),
    records: new RememberingRecords(),
    observer: { on: (event) => events.push(event) },
  }
}
