import type { Router } from '@inkling/router'
import { createTRPCClient, httpBatchStreamLink } from '@trpc/client'

export interface ClientOptions {
  /** Origin of the Inkling server, for example `https://inkling.example.com`. */
  url: string
  /** Called for every request: return a token that is still valid. */
  token: () => string | Promise<string>
}

/**
 * The typed client for a product's backend: `client.suggest.coocook.chefRecommendation.query(context)`.
 * Contexts travel in the body and the token in a header, never in a URL.
 */
export function createClient(options: ClientOptions) {
  return createTRPCClient<Router>({
    links: [
      httpBatchStreamLink({
        url: new URL('/trpc', options.url).href,
        methodOverride: 'POST',
        headers: async () => ({ authorization: `Bearer ${await options.token()}` }),
      }),
    ],
  })
}
