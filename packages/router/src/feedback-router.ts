import { CallerError, type FeedbackEvent, feedbackRequestSchema } from '@inkling/contracts'
import { createRouter, signedInProcedure } from './trpc.ts'

/** The request's shape; each event is judged on its own, so that one bad event does not lose the others. */
export function parseFeedbackRequest(body: unknown): { events: unknown[] } {
  const parsed = feedbackRequestSchema.safeParse(body)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  const field = issue.path.join('.') || 'events'
  throw new CallerError(
    'invalid-input',
    `The field "${field}" is not valid: ${issue.message}. Send { "events": [ ... ] } with 1 to 100 events.`,
    { field },
  )
}

export const feedbackRouter = createRouter({
  record: signedInProcedure
    .input((body: unknown) => body as { events: FeedbackEvent[] })
    .mutation(async ({ ctx, input }) => {
      await ctx.takeFromQuota(ctx.caller, 'feedback')
      return ctx.feedback.record(ctx.caller, parseFeedbackRequest(input).events)
    }),
})
