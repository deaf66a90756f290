const tag = /<(?:\/?[a-z][a-z0-9-]{0,30}(?=[\s/>])|!--|!doctype|\?xml)/i
// What runs or loads by itself, wherever it is shown.
const active =
  /<\/?(?:script|iframe|object|embed|img|svg|link|meta|base|form|style|video|audio|source)(?=[\s/>])|\bon[a-z]{3,20}\s?=\s?["']/i
const encoded = /&(?:lt|#0{0,6}60|#x0{0,6}3c);/i

/** Whether a text holds HTML. Where code is the subject, tags may be named and only what runs or loads by itself counts. */
export function hasMarkup(text: string, codeAllowed: boolean): boolean {
  if (!text.includes('<') && !text.includes('&') && !text.includes('=')) return false
  return codeAllowed ? active.test(text) : tag.test(text) || encoded.test(text) || active.test(text)
}
