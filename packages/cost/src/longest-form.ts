/**
 * The largest number of UTF-8 bytes that a text has as it stands or in any Unicode normal form.
 *
 * The provider's tokenizer normalises before it counts, so raw bytes are no bound of its tokens: 252 code points grow. A token holds
 * at least one byte of the normalised text.
 *
 * NFC and NFKC need no look: they compose NFD and NFKD pair by pair, and no composed character is longer in UTF-8 than its pair.
 */
export function bytesOfLongestForm(text: string): number {
  const bytes = Buffer.byteLength(text)
  // Only ASCII has as many bytes as UTF-16 units, and no normal form changes ASCII.
  if (bytes === text.length) return bytes
  return Math.max(bytes, Buffer.byteLength(text.normalize('NFD')), Buffer.byteLength(text.normalize('NFKD')))
}
