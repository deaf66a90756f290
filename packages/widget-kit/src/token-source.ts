/** Asks the host page for a token that its own server signed for the signed-in user. */
export type GetToken = () => Promise<string>

export interface TokenSource {
  /** The token in hand, or a fresh one. Callers at the same time share one request to the host. Rejects when the host does. */
  get(): Promise<string>
  /** The token in hand, without asking: all that can be had while a page is being left. */
  peek(): string | undefined
  /** Drops a token that the server refused; a newer one stays. */
  reject(token: string): void
}

// A token that ends while its request is under way is refused; half a minute covers a slow network and clocks that differ.
const refreshBeforeExpiryMilliseconds = 30_000

/** Keeps the token in memory alone: never in storage, never in a URL. */
export function createTokenSource(getToken: GetToken): TokenSource {
  let current: { token: string; refreshAt: number } | undefined
  let pending: Promise<string> | undefined

  const fetchToken = async () => {
    try {
      const token = await getToken()
      current = { token, refreshAt: expiryOf(token) - refreshBeforeExpiryMilliseconds }
      return token
    } finally {
      pending = undefined
    }
  }

  return {
    get: () => {
      if (current && Date.now() < current.refreshAt) return Promise.resolve(current.token)
      pending ??= fetchToken()
      return pending
    },
    peek: () => current?.token,
    reject: (token) => {
      if (current?.token === token) current = undefined
    },
  }
}

/** Milliseconds since the epoch at which the token ends; a token that cannot be read is used until it is refused. */
function expiryOf(token: string): number {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const claims: unknown = JSON.parse(atob(payload))
    const expiry = typeof claims === 'object' && claims !== null && 'exp' in claims ? Number(claims.exp) * 1000 : Number.NaN
    return Number.isFinite(expiry) ? expiry : Number.POSITIVE_INFINITY
  } catch {
    return Number.POSITIVE_INFINITY
  }
}
