const address = /(?:\b[a-z][a-z0-9+.-]{1,20}:\/\/|(?<![:/\w])\/\/(?=[\w-]{1,63}\.))[^\s"'<>)\]}]{1,2000}|\bwww\.[^\s"'<>)\]}]{1,2000}/gi
const scheme = /\bjavascript:(?=\S)|\bvbscript:(?=\S)|\bdata:[a-z]{1,20}\/|\bmailto:\S{1,64}@|\b(?:tel|sms):(?=[+\d])|\bblob:http/i
// Names of files and methods have dots too ("logger.info", "ASP.NET"): some endings are hosts by themselves, others with a path.
const bareHost =
  /(?<![\w.@/-])(?:[A-Za-z0-9-]{1,63}\.){1,4}(?:(?:com|org|kr|example)(?![\w-]|\.\w)|(?:net|info|biz|xyz|ru|cn|top|site|online|shop|link|io|me|co)(?=\/\w))(?:\/[^\s"'<>)\]}]{0,2000})?/g
const image = /!\[[^\]\n]{0,200}\]\s?[([]/

function hostOf(link: string): string {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(link) ? link : `https://${link.replace(/^\/\//, '')}`
  return URL.canParse(url) ? new URL(url).hostname : ''
}

/** Whether a text leads, or makes a browser load, anywhere but to the allowed hosts. */
export function hasForeignLink(text: string, allowedHosts: ReadonlySet<string>): boolean {
  if (scheme.test(text) || image.test(text)) return true
  if (!text.includes('.') && !text.includes('//')) return false
  for (const expression of [address, bareHost]) {
    for (const [link] of text.matchAll(expression)) if (!allowedHosts.has(hostOf(link))) return true
  }
  return false
}
