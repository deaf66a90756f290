import type { Detector } from './detection-input.ts'
import type { PersonalDataSpan } from './span.ts'

const suffix =
  'Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Square|Sq|Terrace|Parkway|Pkwy|Highway|Hwy|Way|Crescent|Close'
const word = String.raw`[\p{Lu}\d][\p{L}\d'.-]{0,20}`
const unit = String.raw`(?:,? {0,2}(?:Apt|Apartment|Suite|Ste|Unit|Flat|#)\.? ?\d{1,5}[A-Za-z]?)`
const place = String.raw`(?:, {1,2}\p{Lu}\p{Ll}[\p{L}'-]{0,20}(?: \p{Lu}\p{Ll}[\p{L}'-]{0,20}){0,2})`
const code = String.raw`(?:,? (?:[A-Z]{2} \d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{5}))`

const forms: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:(?:Flat|Apt|Unit) \d{1,5}[A-Za-z]?, )?(?<![\d.,$-])\d{1,5}[A-Za-z]? (?:${word} ){1,3}(?:${suffix})\b\.?${unit}?${place}?${code}?`,
    'gu',
  ),
  // Military addresses of the United States Postal Service.
  /\b(?:Unit|PSC|CMR) \d{1,5},? Box \d{1,5},?\s{1,2}(?:APO|FPO|DPO),? (?:AA|AE|AP) \d{5}\b/g,
  // A Korean road-name address: region, road, building number, details. The region is what makes it an address.
  /(?:[가-힣]{2,7}(?:특별자치도|특별자치시|특별시|광역시|도|시)|서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)\s(?:[가-힣]{1,6}(?:시|군|구)\s){0,2}(?:[가-힣]{1,6}(?:읍|면)\s)?[가-힣0-9]{1,12}(?:로|길)\s?\d{1,4}(?:번?길\s?\d{1,4})?(?:-\d{1,4})?(?:,?\s(?:[가-힣A-Za-z0-9]{2,12}\s)?\d{1,4}(?:동|호|층)(?:\s\d{1,4}호)?)?/g,
  /[가-힣]{1,6}(?:시|군|구)\s[가-힣0-9]{1,12}(?:로|길)\s?\d{1,4}(?:-\d{1,4})?(?!\s?(?:번|개|년|월|일|시|분|명|원))/g,
  /(?:[가-힣]{1,6}(?:시|군|구)\s){1,2}[가-힣0-9]{1,8}(?:동|리|가)\s\d{1,4}-\d{1,4}(?:번지)?/g,
]

export const findAddresses: Detector = ({ text }) => {
  const spans: PersonalDataSpan[] = []
  for (const form of forms) {
    for (const match of text.matchAll(form)) {
      spans.push({ start: match.index, end: match.index + match[0].length, type: 'ADDRESS', confidence: 'likely' })
    }
  }
  return spans
}
