interface Failure {
  code?: unknown
  syscall?: unknown
  cause?: unknown
  errors?: unknown
}

// Causes are nested three deep in practice (client, fetch, socket); the bound only guards against a cycle.
const deepestCause = 8

const connectCalls = new Set(['connect', 'getaddrinfo'])

const neverSentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

/** A certificate is judged in the handshake, before the first byte of the request. */
const certificateCode = /^(ERR_TLS_CERT_|CERT_|UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED_CERT$|SELF_SIGNED_CERT_IN_CHAIN$|HOSTNAME_MISMATCH$)/

/**
 * Whether the connection was never made, so nothing can have been generated. Everything else that ends a connection (reset, closed,
 * broken) may have happened after the request had arrived.
 */
export function wasNeverSent(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > deepestCause) return false
  const { code, syscall, cause, errors } = error as Failure
  // One error for each address that was tried.
  if (Array.isArray(errors) && errors.length > 0) return errors.every((each) => wasNeverSent(each, depth + 1))
  if (typeof syscall === 'string' && connectCalls.has(syscall)) return true
  if (typeof code === 'string' && (neverSentCodes.has(code) || certificateCode.test(code))) return true
  return wasNeverSent(cause, depth + 1)
}
