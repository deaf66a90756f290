import type { GetToken } from '@inkling/widget-kit'

// One function for each address: elements with the same token source share a connection.
const sources = new Map<string, GetToken>()

/** Asks the page's own server for a token, which answers with it as text or as `{ "token": "..." }`. */
export function tokenFrom(url: string): GetToken {
  const source = sources.get(url) ?? (() => fetchToken(url))
  sources.set(url, source)
  return source
}

async function fetchToken(url: string): Promise<string> {
  const response = await fetch(url, { credentials: 'same-origin', cache: 'no-store' })
  if (!response.ok) throw new Error(`token-url: ${url} answered with ${response.status}`)
  const text = (await response.text()).trim()
  return text.startsWith('{') ? String((JSON.parse(text) as { token: unknown }).token) : text
}
