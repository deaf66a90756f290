import type { Detector } from './detection-input.ts'
import type { PersonalDataSpan } from './span.ts'

const name = String.raw`\p{Lu}[\p{L}'’-]{1,24}`
const fullName = String.raw`${name}(?: (?:\p{Lu}\.?|van|von|de|da|di|del|la|bin|al)(?= )){0,2}(?: ${name}){0,2}`
const twoNames = String.raw`${name}(?: \p{Lu}\.)? ${name}`

// A name alone looks like any other capitalised words; something has to say that a person is meant.
const introduced: readonly RegExp[] = [
  new RegExp(String.raw`(?<=\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Madam)\.? )${fullName}`, 'gu'),
  new RegExp(String.raw`(?<=\b(?:[Mm]y name is|[Nn]ame is|[Tt]his is (?:Mr|Mrs|Ms|Dr)\.?|[Ii] am called|[Cc]all me) )${fullName}`, 'gu'),
  new RegExp(
    String.raw`(?<=\b(?:I'm|I am|[Tt]his is|[Dd]ear|[Cc]ontact|[Aa]ttn:?|[Ff]rom my (?:aunt|uncle|friend|boss|neighbou?r)|[Rr]egards,|[Ss]incerely,) )${twoNames}`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<=\b(?:[Nn]ame|[Cc]ustomer|[Pp]atient|[Ee]mployee|[Cc]ardholder|[Aa]ccount holder|[Rr]ecipient)\s?: {0,8})${twoNames}`,
    'gu',
  ),
  new RegExp(String.raw`(?<=\b(?:[Aa]ccount holder|[Cc]ardholder|[Pp]olicyholder|[Ee]mergency contact|[Tt]ax form:) )${twoNames}`, 'gu'),
]

// The surnames of more than 99 % of Koreans.
const surname =
  '김|이|박|최|정|강|조|윤|장|임|한|오|서|신|권|황|안|송|전|홍|유|고|문|양|손|배|백|허|남|심|노|하|곽|성|차|주|우|구|민|류|진|나|지|엄|채|원|천|방|공|현|함|변|염|여|추|도|소|석|선|설|마|길|연|위|표|명|기|반|왕|금|옥|육|인|맹|제|모|탁|국|어|은|편|용'
const korean = `(?:남궁|황보|제갈|선우|(?:${surname}))[가-힣]{2}`
const koreanIntroduced: readonly RegExp[] = [
  new RegExp(String.raw`(?<![가-힣])${korean}(?=\s?(?:님|씨)(?![가-힣]{2}))`, 'gu'),
  new RegExp(
    String.raw`(?<=(?:이름|성명|예금주|고객명|담당자|본인|받는 ?분|수령인|신청자)\s?(?:은|는|:)?\s?)${korean}(?![가-힣]{3})`,
    'gu',
  ),
  new RegExp(`(?<=(?:저는|제 이름은|안녕하세요,?) )${korean}(?=(?:이라고|입니다|이에요|예요|라고))`, 'gu'),
  new RegExp(
    String.raw`(?<![가-힣])(?!전화|연락|문의|주문|이름|주소|정보|안내|예약|상담|마지)${korean}(?= (?:\/ )?\(?(?:\+82|0\d{1,2}[-). \d]|\d{6}[- ]?[- ]?[1-8]\d{6}))`,
    'gu',
  ),
  new RegExp(`(?<![가-힣])${korean}(?= (?:선생님|교수님|대표님|과장님|팀장님|강사님))`, 'gu'),
]
// Titles and roles that begin like a surname.
const roles = new Set([
  '지원자',
  '소비자',
  '구매자',
  '주인공',
  '여러분',
  '강사님',
  '원장님',
  '고객님',
  '회원님',
  '기사님',
  '조교수',
  '연락처',
  '전화로',
  '이용자',
  '신청자',
  '구독자',
  '이들은',
  '마지막',
])

export const findPersons: Detector = ({ text }) => {
  const spans: PersonalDataSpan[] = []
  for (const expression of introduced) {
    for (const match of text.matchAll(expression)) {
      spans.push({ start: match.index, end: match.index + match[0].length, type: 'PERSON', confidence: 'likely' })
    }
  }
  if (!/[가-힣]/.test(text)) return spans
  for (const expression of koreanIntroduced) {
    for (const match of text.matchAll(expression)) {
      if (roles.has(match[0])) continue
      spans.push({ start: match.index, end: match.index + match[0].length, type: 'PERSON', confidence: 'likely' })
    }
  }
  return spans
}
