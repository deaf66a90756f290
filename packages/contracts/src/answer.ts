import { z } from 'zod'
import { type Reason, reasons } from './reason.ts'

export const answerSources = ['claude', 'cache', 'stale', 'template', 'off'] as const
export type AnswerSource = (typeof answerSources)[number]

/** Where a placeholder stands for the caller's own text. Offsets are UTF-16 code units in the field as it was sent. */
export const redactionSchema = z.object({
  placeholder: z.string().describe('As it occurs in the answer, for example `[EMAIL_1]`'),
  field: z.string().describe('Path of the context field, for example `highlights`'),
  start: z.int().min(0),
  end: z.int().min(0),
})
export type Redaction = z.infer<typeof redactionSchema>

/** Token counts as the provider reported them. */
export const usageSchema = z.object({
  inputTokens: z.int().min(0),
  outputTokens: z.int().min(0),
  cacheWriteTokens: z.int().min(0),
  cacheReadTokens: z.int().min(0),
})
export type UsageSummary = z.infer<typeof usageSchema>

/** One stage of the pipeline as the debug panel shows it; only under the debug claim. */
export const stageTimingSchema = z.object({ stage: z.string(), milliseconds: z.number(), outcome: z.string() })
export type StageTiming = z.infer<typeof stageTimingSchema>

export const answerMetaSchema = z.object({
  source: z.enum(answerSources),
  reason: z
    .enum(reasons as [Reason, ...Reason[]])
    .optional()
    .describe('Why the answer is not a fresh one from Claude'),
  simulated: z.boolean().optional().describe('The answer came from the local simulator, not from Claude'),
  templateItems: z.array(z.int().min(0)).optional().describe('Indices of items that came from the template'),
  redactions: z.array(redactionSchema).optional().describe('Belong to this request; never cached'),
  createdAt: z.iso.datetime().describe('When the content was made'),
  requestId: z.string(),
  costUsd: z.string().optional().describe('Exact cost of this answer in USD; server tokens and the debug claim only'),
  usage: usageSchema.optional(),
  model: z.string().optional(),
  variant: z.string().optional(),
  promptVersion: z.string().optional(),
  stages: z.array(stageTimingSchema).optional(),
})
export type AnswerMeta = z.infer<typeof answerMetaSchema>

export interface Answer<Item = unknown> {
  suggestionId: string
  items: Item[]
  meta: AnswerMeta
}

/** What a streaming door yields, in this order: one start, items by rising index, one end. */
export type AnswerEvent<Item = unknown> =
  | { type: 'answer-start'; suggestionId: string }
  | { type: 'item'; index: number; item: Item }
  | { type: 'answer-end'; meta: AnswerMeta }
