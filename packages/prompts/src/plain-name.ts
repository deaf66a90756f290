/** A template is shown without the checks that a model's answer passes: it repeats a caller's words only where they are visibly just a name. */
export function isPlainName(text: string): boolean {
  return text.length <= 40 && /^[\p{L}\p{M}][\p{L}\p{M}' -]*$/u.test(text)
}
