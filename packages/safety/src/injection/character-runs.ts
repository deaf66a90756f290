/** Which ASCII characters an expression matches. */
export const asciiTable = (character: RegExp): Uint8Array =>
  Uint8Array.from({ length: 128 }, (_, unit) => (character.test(String.fromCharCode(unit)) ? 1 : 0))

const firstSyllable = 0xac00
const lastSyllable = 0xd7a3

/** Whether so many characters stand in a row that are in the table, or neither ASCII nor syllables of Hangul. */
export function hasRun(text: string, table: Uint8Array, least: number): boolean {
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80 ? table[unit] === 0 : unit >= firstSyllable && unit <= lastSyllable) length = 0
    else if (++length === least) return true
  }
  return false
}
