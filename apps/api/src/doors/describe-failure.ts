import { CallerError, type ErrorBody } from '@inkling/contracts'
import { errorBodyOf, errorTable } from '@inkling/router'
import type { Services } from '../services.ts'

export interface Failure {
  status: number
  headers: Record<string, string>
  body: { error: ErrorBody }
}

/** Any throw as the answer over plain HTTP. What no caller caused is told to the operators. */
export function describeFailure(cause: unknown, requestId: string, services: Pick<Services, 'onDefect'>): Failure {
  const error = errorBodyOf(cause, requestId)
  if (error.code === 'internal') services.onDefect(cause, requestId)
  const wait = cause instanceof CallerError ? cause.retryAfterSeconds : undefined
  return { status: errorTable[error.code].http, headers: wait === undefined ? {} : { 'retry-after': String(wait) }, body: { error } }
}
