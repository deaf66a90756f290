import type { JsonObject } from '../protocol.ts'

/** An error answer of the API. `headers` are added to those that every answer carries. */
export interface Problem {
  status: number
  message: string
  details?: JsonObject
  headers?: Record<string, string>
}

const typeOfStatus: Record<number, string> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  409: 'conflict_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  500: 'api_error',
  503: 'overloaded_error',
  504: 'timeout_error',
  529: 'overloaded_error',
}

export function errorType(status: number): string {
  return typeOfStatus[status] ?? (status >= 500 ? 'api_error' : 'invalid_request_error')
}

export function problemBody(problem: Problem, requestId: string): string {
  const error: JsonObject = { type: errorType(problem.status), message: problem.message }
  if (problem.details !== undefined) error.details = problem.details
  return JSON.stringify({ type: 'error', error, request_id: requestId })
}

/** Thrown where a request fails a check; the route turns it into an error answer. */
export class RequestProblem extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

export function invalid(path: string, message: string): RequestProblem {
  return new RequestProblem({ status: 400, message: `${path}: ${message}` })
}
