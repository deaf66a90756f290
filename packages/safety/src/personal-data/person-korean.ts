import { type GuardedExpression, guarded, matchesIn, matchesSomewhere } from '../search/guarded-expression.ts'
import type { SearchedText } from '../search/searched-text.ts'
import { koreanGivenNames, koreanTitles } from './names/name-lists.ts'

// The surnames of more than 99 % of Koreans.
const surname =
  '[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용감봉사태라]'
const korean = `(?:남궁|황보|제갈|선우|독고|${surname})[가-힣]{2}`
const followed: readonly GuardedExpression[] = [
  guarded(new RegExp(String.raw`(?<![가-힣])${korean}(?=\s?(?:님|씨)(?![가-힣]{2}))`, 'gu')),
  guarded(
    new RegExp(
      String.raw`(?<![가-힣])(?!전화|연락|문의|주문|이름|주소|정보|안내|예약|상담|마지)${korean}(?= (?:\/ )?\(?(?:\+82|0\d{1,2}[-). \d]|\d{6}[- ]?[- ]?[1-8]\d{6}))`,
      'gu',
    ),
  ),
]
// What introduces a name, and the name that has to stand right behind it.
const introduced: readonly { label: GuardedExpression; name: RegExp }[] = [
  {
    label: guarded(/(?:이름|성명|예금주|고객명|담당자|본인|받는 ?분|수령인|신청자|보호자|작성자|대표자)\s?(?:은|는|:)?\s?/g),
    name: new RegExp(`${korean}(?![가-힣]{3})`, 'uy'),
  },
  { label: guarded(/(?:저는|제 이름은|안녕하세요,?) /g), name: new RegExp(`${korean}(?=이라고|입니다|이에요|예요|라고)`, 'uy') },
]
// Titles and roles that begin like a surname.
const roles = new Set(
  '지원자 소비자 구매자 주인공 여러분 강사님 원장님 고객님 회원님 기사님 조교수 연락처 전화로 이용자 신청자 구독자 이들은 마지막 우리의 이전의 정부의 한국의 전직의 현직의 당시의'.split(
    ' ',
  ),
)

const boundaryBefore = '(?<![가-힣])'
const title = `(?:${[...koreanTitles].sort((a, b) => b.length - a.length).join('|')})`
// A name stands before a title: two to five syllables, or several foreign words.
const titled = guarded(
  new RegExp(
    String.raw`${boundaryBefore}([가-힣]{1,6}(?: [가-힣]{2,6})?)(?:\([^()\n]{1,24}\))? (?=${title}(?:[은는이가을를의도와과께에,. ]|$))`,
    'gu',
  ),
)
// Every match of it holds this, which is found faster: most titles in a text have no name before them, or no particle behind.
const titleBehind = guarded(new RegExp(String.raw`[가-힣)] ${title}(?:[은는이가을를의도와과께에,. ]|$)`))
const particle =
  '(?:은|는|이|가|을|를|의|과|와|도|만|에게|께서|께|한테|랑|이랑|씨|님|양|군|이가|이는|이의|이를|이도|보다|처럼|에|로|으로|라는|이라는|이라고|라고|입니다|이다|이야|야|아|이여|땜에|때문에)'
const fullName = guarded(
  new RegExp(String.raw`${boundaryBefore}((?:남궁|황보|제갈|선우|독고|${surname})([가-힣]{2}))(?=${particle}?(?![가-힣]))`, 'gu'),
)
const honoured = guarded(
  new RegExp(String.raw`${boundaryBefore}([가-힣]{2,5}(?: [가-힣]{2,5})?)(?=\s?씨(?:[은는이가을를의도와과에,.!? ]|$))`, 'gu'),
)
// "김모(41)씨", "이 씨": the surname alone, as newspapers write.
const surnameOnly = guarded(
  new RegExp(String.raw`${boundaryBefore}${surname}(?=모 ?(?:\(|씨|군|양)| ?씨(?:[은는이가을를의도와과에,. (]|$))`, 'gu'),
)
const notNames = new Set(
  '하지만 이영화 남성은 여성은 전임 후임 베스트셀러 유가족 이용자 이상한 한민족 고민중 오전에 전 현 당시 새 신임 여성 남성 한국 일본 중국 미국 정부 서울 우리 모든 이번 다른 같은 전직 현직 부 아저 아가 날 글 솜 맵 마음 말 맘 불 홍보 담당 영화 드라마 주연 조연 인기 국민 여자 남자 학교 회사 대학 민주당 새누리당 한나라당 외교부 국방부 그 이 저 두 세 네 한 첫 최고 최근 지난 전체 대한 위한 관련 소속 주최 출신 아역 신인 유명 원로 천만 대표 감독 배우 작가 선수 기자 교수 의원 장관 회장 사장 시장 후보'.split(
    ' ',
  ),
)

/** Names of people in Hangul: by a list of given names, by the title behind them, or by what introduces them. */
export function findKoreanNames(searched: SearchedText): { start: number; end: number }[] {
  const { text } = searched
  const found: { start: number; end: number }[] = []
  const add = (start: number, length: number) => found.push({ start, end: start + length })
  for (const expression of followed) {
    for (const { 0: name, index } of matchesIn(searched, expression)) if (!roles.has(name)) add(index, name.length)
  }
  for (const { label, name } of introduced) {
    for (const { 0: words, index } of matchesIn(searched, label)) {
      name.lastIndex = index + words.length
      const found = name.exec(text)?.[0]
      if (found !== undefined && !roles.has(found)) add(index + words.length, found.length)
    }
  }
  for (const match of matchesIn(searched, fullName))
    if (koreanGivenNames.has(match[2]!) && !notNames.has(match[1]!)) add(match.index, match[1]!.length)
  for (const { 0: name, index } of matchesIn(searched, surnameOnly)) if (!notNames.has(name)) add(index, name.length)
  for (const expression of matchesSomewhere(searched, titleBehind) ? [titled, honoured] : [honoured]) {
    for (const match of matchesIn(searched, expression)) {
      const words = match[1]!.split(' ')
      const name = words.every((word) => looksLikeName(word)) ? match[1]! : words.at(-1)!
      if (looksLikeName(words.at(-1)!)) add(match.index + match[1]!.length - name.length, name.length)
    }
  }
  return found
}

// Endings of other words that stand before a title: "신임 대표", "우리의 감독", "하는 배우".
const otherEnd =
  /(?:의|은|는|을|를|에|로|고|며|한|된|할|던|들|적|인|와|과|도|서|면|지|기|요|다|당|부|사|국|회|원|실|청|처|팀|국민|대학|학교|은행|그룹|전자|시|군|구)$/

const hasSurname = new RegExp(`^${surname}[가-힣]{1,2}$`)

function looksLikeName(word: string): boolean {
  if (notNames.has(word) || roles.has(word)) return false
  if (word.length === 3 && hasSurname.test(word)) return koreanGivenNames.has(word.slice(1)) || !otherEnd.test(word)
  return word.length >= 2 && !/이$/.test(word) && !otherEnd.test(word) && !(word.length === 2 && !hasSurname.test(word))
}
