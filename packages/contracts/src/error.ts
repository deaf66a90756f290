import { z } from 'zod'

/** Mistakes of a caller. A failed dependency is never among them: it is answered from cache or template. Only operators are told `unavailable`. */
export const errorCodes = [
  'invalid-json',
  'invalid-input',
  'unsupported-media-type',
  'payload-too-large',
  'missing-token',
  'invalid-token',
  'expired-token',
  'wrong-product',
  'forbidden',
  'not-found',
  'method-not-allowed',
  'quota-exceeded',
  'unavailable',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** The body of every refusal: `{ error: ErrorBody }` over plain HTTP, `error.data.inkling` in tRPC. */
export const errorBodySchema = z.object({
  code: z.enum(errorCodes),
  message: z.string().describe('One sentence that names what is wrong and how to mend it'),
  field: z.string().optional().describe('Path of the offending field, for example `chefs.0.rating`'),
  requestId: z.string(),
})
export type ErrorBody = z.infer<typeof errorBodySchema>

/** A caller's mistake on its way to the door, which adds the request id. */
export class CallerError extends Error {
  override readonly name = 'CallerError'
  readonly code: ErrorCode
  readonly field: string | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(code: ErrorCode, message: string, details: { field?: string | undefined; retryAfterSeconds?: number } = {}) {
    super(message)
    this.code = code
    this.field = details.field
    this.retryAfterSeconds = details.retryAfterSeconds
  }
}
