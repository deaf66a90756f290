import { CallerError, type ErrorBody, type ErrorCode } from '@inkling/contracts'
import type { TRPCError } from '@trpc/server'

/** The one place where an error code becomes a number. Exhaustive by type. */
export const errorTable: Record<ErrorCode, { http: number; trpc: TRPCError['code'] }> = {
  'invalid-json': { http: 400, trpc: 'PARSE_ERROR' },
  'invalid-input': { http: 400, trpc: 'BAD_REQUEST' },
  'unsupported-media-type': { http: 415, trpc: 'UNSUPPORTED_MEDIA_TYPE' },
  'payload-too-large': { http: 413, trpc: 'PAYLOAD_TOO_LARGE' },
  'missing-token': { http: 401, trpc: 'UNAUTHORIZED' },
  'invalid-token': { http: 401, trpc: 'UNAUTHORIZED' },
  'expired-token': { http: 401, trpc: 'UNAUTHORIZED' },
  'wrong-product': { http: 403, trpc: 'FORBIDDEN' },
  forbidden: { http: 403, trpc: 'FORBIDDEN' },
  'not-found': { http: 404, trpc: 'NOT_FOUND' },
  'method-not-allowed': { http: 405, trpc: 'METHOD_NOT_SUPPORTED' },
  'quota-exceeded': { http: 429, trpc: 'TOO_MANY_REQUESTS' },
  unavailable: { http: 503, trpc: 'SERVICE_UNAVAILABLE' },
  internal: { http: 500, trpc: 'INTERNAL_SERVER_ERROR' },
}

const internal = { code: 'internal', message: 'Something broke on our side. Try again; if it stays, report the request id.' } as const

/** Any throw as the body that callers see. What is not a caller's mistake is a defect and tells nothing of itself. */
export function errorBodyOf(error: unknown, requestId: string): ErrorBody {
  if (!(error instanceof CallerError)) return { ...internal, requestId }
  const { code, message, field } = error
  return { code, message, ...(field === undefined ? {} : { field }), requestId }
}

const codeOfTrpc: Partial<Record<TRPCError['code'], ErrorCode>> = {
  PARSE_ERROR: 'invalid-json',
  BAD_REQUEST: 'invalid-input',
  NOT_FOUND: 'not-found',
  METHOD_NOT_SUPPORTED: 'method-not-allowed',
  PAYLOAD_TOO_LARGE: 'payload-too-large',
  UNSUPPORTED_MEDIA_TYPE: 'unsupported-media-type',
}

/** What tRPC itself refuses (an unknown procedure, a broken body) in our terms; everything else is what caused it. */
export function causeOf(error: TRPCError): unknown {
  if (error.cause instanceof CallerError) return error.cause
  // A SyntaxError's message quotes the body, which may hold personal data.
  const code = error.cause instanceof SyntaxError ? 'invalid-json' : codeOfTrpc[error.code]
  const message = code === 'invalid-json' ? 'The body is not valid JSON. Send one JSON document in UTF-8.' : error.message
  return code ? new CallerError(code, message) : error
}
