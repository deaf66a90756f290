// A label stands close to its value; further away it belongs to something else.
const reach = 40

/** Whether the lower-case text just before `start` matches an expression that ends in `$`. */
export function precededBy(lower: string, start: number, context: RegExp): boolean {
  return context.test(lower.slice(Math.max(0, start - reach), start))
}

/** Whether the lower-case text from `end` on matches an expression that begins with `^`. */
export function followedBy(lower: string, end: number, context: RegExp): boolean {
  return context.test(lower.slice(end, end + reach))
}

const otherNames =
  /(?:orders?|tracking|ean|gtin|upc|ref|reference|invoice|isbn|issn|version|ticket|case|sku|serial|model|barcode|commit|issue|parcel|pages?|rooms?|chapter|lat|lon|latitude|longitude|timestamp|epoch|routing|운송장|송장|주문|상품|페이지|영수증|바코드|일련|접수|예약)(?:번호|\s?(?:number|no|id|code))?[\s:#.=(]{0,4}$/

/** Whether the number at `start` is introduced as something that is no personal data: an order, a page, a version. */
export function namedOtherwise(lower: string, start: number): boolean {
  return precededBy(lower, start, otherNames)
}
