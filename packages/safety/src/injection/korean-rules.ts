import type { SearchedText } from '../search/searched-text.ts'
import { needsOf, TextOutline } from '../search/text-outline.ts'
import { koreanRequestRules } from './korean-request-rules.ts'
import { findGuardedSigns, guardRules, type Rule, type Sign } from './rule.ts'

// Matched without spaces, so that spacing, right or wrong, changes nothing; "|" ends a sentence.
const koreanRules: readonly Rule[] = [
  {
    id: 'ko-override',
    weight: 1,
    expression:
      /(?:이전|앞선|앞의|앞서|위의?|상기|기존|지금까지|여태|원래|모든|전체|너의|네가?|당신의|시스템|내부|받은|주어진|처음)[^|]{0,10}(?:지시|명령|규칙|지침|프롬프트|제한|제약|가이드라인|원칙)[^|]{0,8}(?:무시[하해]|잊[어고으]|따르지(?:말|마|않)|지워|삭제해|해제[하해]|취소[하해]|버려|버리고|덮어[써쓰]|건너뛰|폐기|무효)/,
  },
  {
    id: 'ko-override-short',
    weight: 1,
    expression:
      /(?:지시(?:문|사항)?|지침|프롬프트|가이드라인)(?:들?을|를|은|는)?(?:모두|전부|다|싹|완전히)?(?:무시하고|무시해|잊고|잊어|따르지말)/,
  },
  {
    id: 'ko-override-content',
    weight: 1,
    expression:
      /(?:이전|위의?|앞의?|지금까지의?)(?:모든)?(?:내용|대화|텍스트|글|문장|말)(?:들?을|를|은|는)?(?:모두|전부|다)?(?:무시하고|무시한채|잊고|잊어버리고)[^|]{0,40}(?:출력|말해|말하|답해|대답|알려|반복|보여|써줘|작성)/,
  },
  {
    id: 'ko-reveal',
    weight: 1,
    expression:
      /(?:시스템|초기|숨겨진|숨긴|내부|비밀|원본|최초|너의|네|당신의|받은|처음)(?:의)?(?:시스템|초기|숨겨진|내부|비밀|원본)?(?:프롬프트|지시문|지시사항|지침|지시|메시지|인스트럭션)(?:의?내용|전문|원문|전체)?(?:을|를|이|가|은|는)?(?:뭐|무엇|그대로|전부|모두|전체|다|먼저|한글자도빠짐없이|나에게|내게)?[^|]{0,3}(?:보여|출력|알려|말해|공개|공유해|드러내|복사해|반복해|적어|써줘|번역해|나열|내놔|누설)/,
  },
  {
    id: 'ko-reveal-above',
    weight: 1,
    expression:
      /(?:위의?|앞의?|이전)(?:모든)?(?:내용|텍스트|문장|대화|글|메시지)(?:을|를)?(?:그대로|한글자도|전부그대로|빠짐없이|원문)[^|]{0,6}(?:출력|반복|복사|말해|보여|써)/,
  },
  {
    id: 'ko-secret',
    weight: 0.6,
    expression: /(?:비밀|시크릿|api|관리자|암호화)(?:키|비밀번호|암호|코드)(?:을|를)?[^|]{0,3}(?:출력|알려|보여|공개|말해|내놔)/,
  },
  {
    id: 'ko-reveal-yours',
    weight: 1,
    expression:
      /(?:너의|네|당신의|니)(?:시스템|초기|숨겨진|내부|원래)?(?:프롬프트|지시문|지시사항|지침|지시|규칙)(?:은|는|이|가)(?:뭐|무엇|어떤)/,
  },
  {
    id: 'ko-mode',
    weight: 1,
    expression:
      /(?:개발자|디버그|관리자|유지보수)모드(?:를(?:켜고|활성화하고)|로|에서)(?:전환해서|들어가서)?(?:대답|답|응답|말)|(?:dan|댄|탈옥|무제한|제한없는|갓)모드(?:를|로|가)?[^|]{0,4}(?:활성|전환|켜|진입|들어|대답|답|응답|시작|실행|작동|:)/,
  },
  { id: 'ko-mode-word', weight: 0.6, expression: /(?:개발자|디버그|관리자|유지보수)모드(?:를|로|가)?(?:활성화|진입|실행)(?:해|\||$)/ },
  {
    id: 'ko-no-morals',
    weight: 1,
    expression:
      /(?:윤리|도덕)(?:적|적인)?(?:제약|기준|한계|규범|원칙|우주|판단)?(?:이|가|은|는)?(?:전혀|완전히)?(?:없다면|없는ai|없는척|사라진|역전)/,
  },
  {
    id: 'ko-jailbreak-name',
    weight: 1,
    expression: /(?:지금(?:바로)?)?(?:무엇이든|뭐든지?)(?:지금)?할수있(?:어|다|는)[^|]{0,12}(?:모드|ai|dan)|dan모드/,
  },
  {
    id: 'ko-unrestricted',
    weight: 1,
    expression:
      /(?:제한|제약|검열|필터|규칙|가이드라인|윤리)(?:이|가|은|을|를|도)?(?:전혀|일절)?(?:없이|없는|끄고|꺼|풀고|해제하고|무시하고|벗어나)[^|]{0,16}(?:답|대답|ai|챗봇|어시스턴트|모델|응답|인척|행동|말해)/,
  },
  {
    id: 'ko-safety-off',
    weight: 1,
    expression:
      /(?:안전(?:조치|수칙|교육|장치|필터|정책)|보안(?:정책|필터)|사용정책|이용정책|콘텐츠(?:정책|관리|필터|검열)[^|]{0,5}|훈련데이터제한|검열|윤리(?:규정|지침|적제약)|가드레일)(?:들?을|를|은|는)?(?:일시적으로|잠시|모두|완전히)?(?:무시|해제|우회|정지|중지|비활성화|꺼|끄고|제거)(?:하세요|해줘|해라|해|하고|하십시오|$)/,
  },
  { id: 'ko-no-longer', weight: 1, expression: /(?:당신|너|넌|네|ai)(?:은|는)?(?:이제)?더이상[^|]{1,16}(?:아닙|아니)/ },
  { id: 'ko-from-now', weight: 0.5, expression: /(?:지금|이제)부터(?:너|넌|당신|네)(?:는|은|가)?/ },
  { id: 'ko-new-instruction', weight: 1, expression: /새로?운?(?:지시|지침|명령|규칙)(?:사항)?(?:이다|입니다|:|을따라|를따라|대로)/ },
  { id: 'ko-system-turn', weight: 0.5, expression: /(?:^|\|)\[?(?:시스템|관리자|system|개발자)\]?:/ },
  {
    id: 'ko-exfiltrate',
    weight: 1,
    expression: /(?:대화|개인정보|메시지|사용자|데이터|이메일)[^|]{0,10}https?:[^\s|]{0,80}?(?:로|으로|에)(?:보내|전송|업로드|post)/,
  },
  {
    id: 'ko-override-this',
    weight: 1,
    expression:
      /(?:위의?|앞의?|이전의?)(?:것|거|건|모든것|내용|말)(?:들?을|를|은|는)?(?:모두|전부|다)?(?:무시하|잊)(?:고|어버리고|세요|십시오)/,
  },
  {
    id: 'ko-password',
    weight: 1,
    expression:
      /(?:당신|너|네|니|우리시스템|시스템|관리자|사용자)(?:들?의|은|는|가)?[^|]{0,6}(?:비밀번호|패스워드|비밀키|암호)(?:가|는|은|를|을|도)?[^|]{0,6}(?:뭐|무엇|무언|알려|말해|공유해|확인해|적어|보여)/,
  },
  {
    id: 'ko-password-bare',
    weight: 1,
    expression:
      /(?:비밀번호|패스워드|비밀키)(?:가|는|은|를|을)?(?:저와|나와|좀)?(?:뭐야|뭐죠|뭐예요|뭡니까|무엇입니까|무엇인가요|알려줘|말해줘|말해줄래|공유해주시면|공유해줘|내놔)/,
  },
  {
    id: 'ko-user-datum',
    weight: 1,
    expression:
      /(?:사용자|유저|고객|계정주인?)의?[^|]{0,8}(?:생일|생년월일|출생|잔액|주소|전화번호|거주도시|이름|이니셜|색깔?|비밀번호)(?:을|를|이|가|은|는)?[^|]{0,6}(?:뭐|무엇|알려|말해|번역해|알아야|공유해|적어)/,
  },
  { id: 'ko-datum', weight: 0.5, expression: /(?:생일|생년월일|계좌잔액|사는도시|이메일주소)(?:을|를)?(?:알려|말해|공유해)/ },
  { id: 'ko-phishing', weight: 0.6, expression: /피싱(?:이?메일|문자)(?:을|를)?(?:써|작성|만들|보내)/ },
  { id: 'ko-imagine', weight: 0.5, expression: /상상해(?:봐|보|볼)|가정해(?:봐|보)|(?:세상|세계|시나리오)에서/ },
  {
    id: 'ko-authority',
    weight: 0.5,
    expression: /(?:나는|저는|내가)(?:신|경찰관?|관리자|개발자|대통령|상사|당신의[가-힣]{2,5})(?:이다|입니다|야|이고|이며|인데)/,
  },
  { id: 'ko-instead', weight: 0.5, expression: /(?:하지말고|하는대신|지말고)(?:대신)?/ },
  {
    id: 'ko-verdict',
    weight: 0.6,
    expression:
      /(?:지원자|후보자?|이력서|학생|논문|제품|상품|리뷰)(?:에게|에|을|를)?[^|]{0,4}(?:만점|최고점수?|별점?5|합격)(?:을|를|으로|처리)?[^|]{0,4}(?:줘|주세요|줄것|부여|처리|평가|해)/,
  },
  { id: 'ko-only-say', weight: 0.5, expression: /(?:라고만|이라고만|만)(?:말해|말하|답해|대답해|출력해|응답해)/ },
  { id: 'ko-pretend', weight: 0.5, expression: /인척|척해|척하|역할극|역할을맡(?!은|았|던|는)|처럼행동/ },
  { id: 'ko-evil', weight: 0.5, expression: /악당|악한|사악|검열없|무제한|제한없|제약없|비윤리/ },
  { id: 'ko-grant', weight: 1, expression: /(?:스스로|자신에게)[^|]{0,6}(?:관리|관리자)?권한을(?:부여|올려)/ },
  {
    id: 'ko-other-users',
    weight: 0.6,
    expression:
      /다른(?:사용자|유저|고객|회원)(?:들)?의?(?:데이터|정보|대화|이메일|주소|비밀번호)(?:을|를)?[^|]{0,4}(?:보여|알려|출력|내놔|공개)/,
  },
]

const rules = guardRules([...koreanRules, ...koreanRequestRules])

const dotted = /[가-힣]\.[가-힣]/g

const hangul = needsOf(/[가-힣]/)

/** Text without spaces; the end of a sentence is "|". Dots between single syllables are a disguise and vanish too. */
function withoutSpaces(folded: string): string {
  const isDotted = (folded.match(dotted)?.length ?? 0) >= 3
  return folded
    .toLowerCase()
    .replace(isDotted ? /[.]/g : /[.!?。](?=\s|$)|\n/g, isDotted ? '' : '|')
    .replace(/[\s"'“”‘’]+/g, '')
}

export function findKoreanSigns({ text, outline }: SearchedText): Sign[] {
  if (!outline.mayHold(hangul)) return []
  const joined = withoutSpaces(text)
  return findGuardedSigns(rules, joined, new TextOutline(joined, joined))
}
