import { type GuardedExpression, guarded, matchesIn, matchesSomewhere, mayMatch } from '../search/guarded-expression.ts'
import type { SearchedText } from '../search/searched-text.ts'

const region =
  '(?:[가-힣]{2,7}(?:특별자치도|특별자치시|특별시|광역시|도|시)|서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)'
const detail = String.raw`(?:,?\s(?:\(?[가-힣A-Za-z0-9]{2,12}\)?\s)?\d{1,4}(?:동|호|층)(?:\s\d{1,4}호)?)?`

interface Form {
  /** The name of a road, a village or a house with its number: without it the form is not looked for, and it is found faster. */
  numbered: GuardedExpression
  whole: GuardedExpression
}

const form = (numbered: RegExp, whole: RegExp): Form => ({ numbered: guarded(numbered), whole: guarded(whole) })
const numberedRoad = /[로길]\s?\d/
const forms: readonly Form[] = [
  // A road-name address: region, road, building number, details. The region is what makes it an address.
  form(
    numberedRoad,
    new RegExp(
      String.raw`${region}\s(?:[가-힣]{1,6}(?:시|군|구)\s){0,2}(?:[가-힣]{1,6}(?:읍|면)\s)?[가-힣0-9]{1,12}(?:로|길)\s?\d{1,4}(?:번?길\s?\d{1,4})?(?:-\d{1,4})?${detail}`,
      'g',
    ),
  ),
  form(
    numberedRoad,
    new RegExp(
      String.raw`[가-힣]{1,6}(?:시|군|구)\s[가-힣0-9]{1,12}(?:로|길)\s?\d{1,4}(?:번?길\s?\d{1,4})?(?:-\d{1,4})?(?!\s?(?:번|개|년|월|일|시|분|명|원))${detail}`,
      'g',
    ),
  ),
  // By lot: district, village, lot number.
  form(
    /[동리가]\s\d/,
    new RegExp(
      String.raw`(?:${region}\s)?(?:[가-힣]{1,6}(?:시|군|구)\s){1,2}(?:[가-힣]{1,6}(?:읍|면)\s)?[가-힣0-9]{1,8}(?:동|리|가)\s\d{1,4}(?:-\d{1,4}|번지)(?:번지)?${detail}`,
      'g',
    ),
  ),
  // A block of flats by its name, its building and the flat.
  form(
    /(?:아파트|빌라|오피스텔|자이|래미안|푸르지오|힐스테이트)\s\d/,
    /[가-힣A-Za-z0-9]{2,12}(?:아파트|빌라|오피스텔|자이|래미안|푸르지오|힐스테이트)\s\d{1,4}동\s\d{1,4}호/g,
  ),
]
const label = guarded(/(?:주소|배송지|거주지|사는 곳)\s?(?:는|은|:)\s{0,2}/g)
const labelledPart = String.raw`(?:[가-힣0-9]{1,12}(?:시|도|군|구|동|읍|면|리|로|길|가)|\d{1,5}(?:-\d{1,5})?(?:번지|동|호|층)?|[가-힣]{2,10}(?:아파트|빌라|빌딩|타워|맨션))`
const labelled = new RegExp(String.raw`${labelledPart}(?:,?\s${labelledPart}){1,6}(?!\d)`, 'y')

/** Korean postal addresses: by road name, by lot, or what a word for "address" introduces. */
export function findKoreanAddresses(searched: SearchedText): { start: number; end: number }[] {
  const { text } = searched
  const found: { start: number; end: number }[] = []
  for (const { numbered, whole } of forms) {
    if (!mayMatch(searched, whole) || !matchesSomewhere(searched, numbered)) continue
    for (const { 0: address, index } of matchesIn(searched, whole)) found.push({ start: index, end: index + address.length })
  }
  for (const match of matchesIn(searched, label)) {
    const start = match.index + match[0].length
    labelled.lastIndex = start
    const value = labelled.exec(text)?.[0]
    if (value !== undefined && /\d/.test(value)) found.push({ start, end: start + value.length })
  }
  return found
}
