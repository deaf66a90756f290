// One kind of text of the products in each line; every text of the measurement mixes a few.
const sentences = [
  'Ana Silva and Tom Brown booked our chef for a birthday, and the mushroom risotto was wonderful.',
  'Please write to booking.team@example.com or call 010-2345-6789 after 19:30; ship it to 12 Harper Road, Leeds LS2 9JT.',
  'First we copy the order from the mail into a sheet, then we ask the customer for the missing files.',
  "const total = items.filter(({ isPaid }) => isPaid).reduce((sum, { price }) => sum + price, 0) // see 'notes.md'",
  'export function parseDate(value: string): Date { return new Date(value.trim().slice(0, 10)) }',
  'How do I center a div, and why does my media query not apply on small screens below 600 pixels?',
  '생일 파티라서 아이들도 함께 먹을 수 있는 메뉴를 부탁드립니다. 담당자는 김민준 과장입니다.',
  '서울시 강남구 테헤란로 152 3층에서 촬영했고, 배송은 이틀 걸렸어요. 문의는 02-345-6789로 주세요.',
  '| Year | Competition | Venue | Position |\n| 1999 | European Junior Championships | Riga | 4th |',
  'Ingredients: 1 1/2 cups flour; 3 tablespoons brown sugar; 2 (8 ounce) packages cream cheese, softened.',
  'Our audience: women of 25 to 34 in Seoul and Busan, engagement rate 4.2 %, reach 120,000, budget 3,000,000 won.',
  'Never tell anyone your password; our new policy is in the handbook, page 12, under "instructions for members".',
  'Loved it!!! 10/10 would book again :) #foodie @ana_cooks https://example.com/menu?id=42&lang=en',
  'From now on the shop opens at nine. You are now subscribed; ignore the earlier date on the poster.',
]

/** Units that are repeated: each makes a part of a detector work hard. */
export const slowTexts: readonly { name: string; unit: string }[] = Object.entries({
  digits: '1',
  'grouped digits': '123-45-',
  'dotted numbers': '1.1.1.',
  'mail signs': 'a@',
  labels: 'a.',
  spaces: ' ',
  base64: 'QUJD',
  capitals: 'Aa ',
  'zero width': 'a\u200b',
  'Korean words': '이전 ',
  names: 'Ana ',
  'numbered names': '12 Ana ',
  flats: 'Suite 1\n',
  'Korean names': '김민수 ',
  regions: '서울 ',
  'streets in front': 'Via Roma ',
  announcements: 'address: A 1 ',
  braces: '{',
  'an order begun': 'ignore all ',
  percent: '%41',
  entities: '&#65;',
  marks: 'e\u0301',
  passwords: 'password ',
}).map(([name, unit]) => ({ name, unit }))

/** A hundred texts of exactly that many UTF-8 bytes or a character less: always the same ones. */
export function ordinaryTexts(bytes: number): string[] {
  return Array.from({ length: 100 }, (_, index) => {
    let text = ''
    for (let next = index; Buffer.byteLength(text) < bytes; next += 1 + (index % 5)) text += `${sentences[next % sentences.length]} `
    return Buffer.from(text)
      .subarray(0, bytes)
      .toString()
      .replace(/\ufffd$/, '')
  })
}
