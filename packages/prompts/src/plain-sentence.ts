const plainSentence = /^[\p{L}\p{M}\d][\p{L}\p{M}\d',!?%&/:() -]*\.?$/u
// Five digits and more may be a phone number or an account.
const longNumber = /\d[\d ()/-]{3,}\d/

/** Whether a template may repeat a caller's sentence: plain words and few digits; no links, handles, markup or placeholders. */
export function isPlainSentence(text: string): boolean {
  return text.length <= 140 && plainSentence.test(text) && !longNumber.test(text) && !text.includes('//')
}
