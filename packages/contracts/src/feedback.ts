import { z } from 'zod'

export const feedbackTypes = ['impression', 'dwell', 'accept', 'edit', 'dismiss', 'undo', 'copy', 'rate', 'report', 'convert'] as const
export type FeedbackType = (typeof feedbackTypes)[number]

// A page that was offline for long sends its queue in batches of at most this many events.
const maxEventsPerRequest = 100

export const feedbackEventSchema = z.object({
  id: z.uuid().describe('Chosen by the sender; a repeated id is accepted and changes nothing'),
  suggestionId: z.string().min(1).max(400),
  type: z.enum(feedbackTypes),
  itemIndex: z.int().min(0).max(100).optional(),
  value: z
    .number()
    .min(0)
    .max(1_000_000_000)
    .optional()
    .describe('dwell: milliseconds; rate: 1 to 5; convert: USD, optional; otherwise absent'),
})
export type FeedbackEvent = z.infer<typeof feedbackEventSchema>

export const feedbackRequestSchema = z.strictObject({ events: z.array(z.unknown()).min(1).max(maxEventsPerRequest) })

export const feedbackRejections = ['invalid-event', 'invalid-suggestion-id', 'expired-suggestion-id', 'wrong-product', 'forbidden'] as const
export type FeedbackRejection = (typeof feedbackRejections)[number]

export const feedbackResultSchema = z.object({
  accepted: z.array(z.string()),
  rejected: z.array(z.object({ id: z.string(), code: z.enum(feedbackRejections) })),
})
export type FeedbackResult = z.infer<typeof feedbackResultSchema>
