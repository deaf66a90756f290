import type { Effort, ThinkingMode } from './protocol.ts'

/** What one model accepts and how fast it answers. Token counts are maxima. */
export interface Model {
  id: string
  aliases: readonly string[]
  displayName: string
  line: 'haiku' | 'sonnet' | 'opus'
  releasedOn: string
  /** Last day on which the model answers (UTC), null when none is set. */
  retiresOn: string | null
  contextTokens: number
  outputTokens: number
  cacheMinimumTokens: number
  thinking: readonly ThinkingMode[]
  defaultThinking: ThinkingMode
  defaultEffort: Effort
  forcedTools: boolean
  /** Residency can be chosen since the 4.6 family. */
  residency: boolean
  /** An estimate; no official figure is published. */
  medianFirstTokenMs: number
  tokensPerSecond: number
}

const current = {
  aliases: [],
  retiresOn: null,
  contextTokens: 1_000_000,
  outputTokens: 128_000,
  cacheMinimumTokens: 512,
  defaultThinking: 'adaptive',
  residency: true,
} as const

const older = {
  contextTokens: 200_000,
  outputTokens: 64_000,
  thinking: ['disabled', 'enabled'],
  defaultThinking: 'disabled',
  defaultEffort: 'high',
  forcedTools: true,
  residency: false,
} as const

const models: readonly Model[] = [
  {
    ...current,
    id: 'claude-haiku-5-5',
    displayName: 'Claude Haiku 5.5',
    line: 'haiku',
    releasedOn: '2026-10-07',
    thinking: ['adaptive', 'disabled'],
    defaultEffort: 'medium',
    forcedTools: true,
    medianFirstTokenMs: 600,
    tokensPerSecond: 120,
  },
  {
    ...current,
    id: 'claude-sonnet-5-5',
    displayName: 'Claude Sonnet 5.5',
    line: 'sonnet',
    releasedOn: '2026-09-28',
    thinking: ['adaptive', 'between_tools'],
    defaultEffort: 'high',
    forcedTools: false,
    medianFirstTokenMs: 1_100,
    tokensPerSecond: 70,
  },
  {
    ...current,
    id: 'claude-opus-5-5',
    displayName: 'Claude Opus 5.5',
    line: 'opus',
    releasedOn: '2026-09-22',
    thinking: ['adaptive'],
    defaultEffort: 'medium',
    forcedTools: false,
    medianFirstTokenMs: 1_600,
    tokensPerSecond: 55,
  },
  {
    ...older,
    id: 'claude-haiku-4-5-20251001',
    aliases: ['claude-haiku-4-5'],
    displayName: 'Claude Haiku 4.5',
    line: 'haiku',
    releasedOn: '2025-10-15',
    retiresOn: null,
    cacheMinimumTokens: 4_096,
    medianFirstTokenMs: 600,
    tokensPerSecond: 120,
  },
  {
    ...older,
    id: 'claude-sonnet-4-5-20250929',
    aliases: ['claude-sonnet-4-5'],
    displayName: 'Claude Sonnet 4.5',
    line: 'sonnet',
    releasedOn: '2025-09-29',
    retiresOn: '2026-11-30',
    cacheMinimumTokens: 1_024,
    medianFirstTokenMs: 1_100,
    tokensPerSecond: 70,
  },
]

/** Every model that answers at `now`, the newest first. Retired and unknown ones are absent. */
export function modelsAt(now: number): Model[] {
  const day = new Date(now).toISOString().slice(0, 10)
  return models
    .filter((model) => model.retiresOn === null || day <= model.retiresOn)
    .sort((a, b) => b.releasedOn.localeCompare(a.releasedOn))
}

export function findModel(id: string, now: number): Model | undefined {
  return modelsAt(now).find((model) => model.id === id || model.aliases.includes(id))
}
