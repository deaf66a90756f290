/** The tag that this script came by. A module is not told its own tag, so the last one with the loader's name is taken. */
export function addressOfLoader(): HTMLScriptElement | undefined {
  const current = document.currentScript
  if (current instanceof HTMLScriptElement && current.src) return current
  return [...document.querySelectorAll<HTMLScriptElement>('script[src*="inkling.js"]')].pop()
}
