/** For every response. Pages bring a content security policy of their own: `pagePolicy`. */
export const securityHeaders: Readonly<Record<string, string>> = {
  // What is no page runs nothing, whatever a browser is made to believe that it is.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** Answers for whoever has the token, and tokens: no cache on the way keeps them. */
export const personalHeaders: Readonly<Record<string, string>> = { ...securityHeaders, 'cache-control': 'no-store' }

/** Own scripts and styles alone; no inline code, no foreign origin, no framing. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')
