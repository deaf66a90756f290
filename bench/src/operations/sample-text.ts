const sentences = [
  'We are six friends who meet once a year and cook together on the last evening.',
  'Two of us eat no meat, and one has been careful with nuts since last summer.',
  'Please write to booking.team@example.com or call 010-2345-6789 after 19:30.',
  'The kitchen has an oven, four hobs and a long table, but only one sharp knife.',
  'Last time the pasta was wonderful, although the dessert came far too late.',
  '생일 파티라서 아이들도 함께 먹을 수 있는 메뉴를 부탁드립니다.',
  'The budget is about 120 dollars for everybody, drinks not included.',
]

/** Prose as people write it, some of it personal, of exactly that many UTF-8 bytes. */
export function sampleText(bytes: number): string {
  const prose = `${sentences.join(' ')} `
  const bytesOfProse = Buffer.byteLength(prose)
  let text = prose.repeat(Math.floor(bytes / bytesOfProse))
  for (const character of prose) {
    if (Buffer.byteLength(text) + Buffer.byteLength(character) > bytes) break
    text += character
  }
  return text + '.'.repeat(bytes - Buffer.byteLength(text))
}
