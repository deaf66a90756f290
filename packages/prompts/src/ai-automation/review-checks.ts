import type { CodeLanguage } from './choices.ts'

export const severities = ['high', 'medium', 'low'] as const
export type Severity = (typeof severities)[number]

/** What a reviewer asks at lines that look like this. A question, since without a model nobody has read the code. */
export interface Check {
  /** Every language where it is absent. */
  languages?: readonly CodeLanguage[]
  lines: RegExp
  severity: Severity
  en: readonly [problem: string, fix: string]
  ko: readonly [problem: string, fix: string]
}

const scripts = ['javascript', 'typescript'] as const

/** The gravest first; each is asked at most once. Lines are matched one by one, so no expression may need a second line. */
export const checks: readonly Check[] = [
  {
    lines: /(?:password|passwd|secret|token|api_?key)["']?\s*[:=]\s*["'`][^"'`]/i,
    severity: 'high',
    en: [
      'Does a secret stand in the code, where everyone who may edit it can read it?',
      'Move it to the credentials store and replace the value.',
    ],
    ko: ['비밀 값이 코드에 그대로 적혀 있어 편집자 모두가 볼 수 있지 않나요?', '자격 증명 저장소로 옮기고 값을 새로 발급하세요.'],
  },
  {
    languages: [...scripts, 'python', 'other'],
    lines: /\beval\s*\(|\bexec\s*\(|new Function\s*\(|\.innerHTML\s*=|pickle\.loads?\(|shell\s*=\s*True|os\.system\(/,
    severity: 'high',
    en: ['Can text from outside reach this and be run?', 'Parse the value, or allow a fixed list of names, instead of running text.'],
    ko: ['외부에서 온 텍스트가 여기서 실행될 수 있나요?', '실행하지 말고 값을 파싱하거나 허용 목록만 받으세요.'],
  },
  {
    languages: [...scripts, 'python', 'other'],
    lines: /\b(?:select|insert into|update|delete from)\b.*(?:\$\{|["'`]\s*\+|%s|\.format\(|\bf["'])/i,
    severity: 'high',
    en: ['Is a value joined into this query as text?', 'Use placeholders of the driver and pass the values beside the query.'],
    ko: ['값을 텍스트로 이어 붙여 쿼리를 만들고 있지 않나요?', '드라이버의 자리표시자를 쓰고 값은 따로 전달하세요.'],
  },
  {
    languages: ['sql'],
    lines: /\b(?:delete|update|truncate|drop)\b/i,
    severity: 'high',
    en: [
      'Does this statement touch only the rows that it is meant for?',
      'Run its condition as a SELECT first, and keep both in one transaction.',
    ],
    ko: ['이 문장이 의도한 행만 바꾸는지 확인했나요?', '같은 조건을 먼저 SELECT로 실행하고 하나의 트랜잭션으로 묶으세요.'],
  },
  {
    languages: ['shell'],
    lines: /\brm\s+-|\bmv\s|\bdd\s|>\s*\//,
    severity: 'high',
    en: [
      'What does this remove or overwrite when a variable is empty?',
      'Put the path in double quotes, and end the script when the variable is empty.',
    ],
    ko: ['변수가 비어 있으면 무엇을 지우거나 덮어쓰게 되나요?', '경로를 따옴표로 감싸고 비어 있으면 멈추게 하세요.'],
  },
  {
    languages: [...scripts, 'python', 'other'],
    lines: /catch\s*(?:\([^)]*\))?\s*\{\s*\}|except(?:\s+Exception)?\s*:/,
    severity: 'high',
    en: [
      'Does a failure vanish here, so that the run looks like a success?',
      'Handle the case that you expect and pass every other error on.',
    ],
    ko: ['여기서 오류가 사라져 실행이 성공한 것처럼 보이지 않나요?', '예상한 경우만 처리하고 나머지 오류는 다시 던지세요.'],
  },
  {
    languages: [...scripts, 'python', 'shell', 'other'],
    lines: /\bfetch\s*\(|\baxios\b|\brequests\.\w+\(|\burlopen\(|\bhttp\.(?:get|request)\(|\bcurl\b|\bwget\b/,
    severity: 'medium',
    en: [
      'What happens when this call is slow or answers with an error?',
      'Set a time limit and look at the status before the answer is used.',
    ],
    ko: ['이 호출이 느리거나 오류로 응답하면 어떻게 되나요?', '시간 제한을 두고 응답을 쓰기 전에 상태를 확인하세요.'],
  },
  {
    languages: [...scripts, 'python', 'other'],
    lines: /JSON\.parse\s*\(|json\.loads?\s*\(|\.json\(\)/,
    severity: 'medium',
    en: [
      'Does a page that is no JSON, or lacks a field, end the whole run here?',
      'Catch it, name the item that was wrong, and go on with the others.',
    ],
    ko: ['JSON이 아니거나 필드가 빠진 응답이면 전체 실행이 끝나지 않나요?', '오류를 잡아 어떤 항목인지 남기고 나머지는 계속하세요.'],
  },
  {
    languages: [...scripts, 'python', 'other'],
    lines: /\bfor\s*\(|\bfor\b.*\bin\b|\bwhile\b|\.forEach\(|\.reduce\(/,
    severity: 'medium',
    en: [
      'Are the first and the last entry handled, and an empty list, too?',
      'Loop over the values themselves and try it with none, one and many.',
    ],
    ko: ['첫 항목과 마지막 항목, 빈 목록까지 올바르게 처리하나요?', '값 자체를 반복하고 0개, 1개, 여러 개로 시험하세요.'],
  },
  {
    languages: [...scripts, 'python', 'other'],
    lines: /new Date\(|Date\.now|datetime\.(?:now|today|utcnow)|strftime|\.toLocale/,
    severity: 'medium',
    en: ['In which time zone is this, and what happens at midnight?', 'Name the zone, and compare moments instead of formatted dates.'],
    ko: ['어느 시간대의 값이며 자정에는 어떻게 되나요?', '시간대를 명시하고 서식이 아닌 시각끼리 비교하세요.'],
  },
  {
    languages: ['sql'],
    lines: /\bjoin\b/i,
    severity: 'medium',
    en: [
      'Can this join repeat rows, or drop those without a partner?',
      'Count the rows before and after, and choose the kind of join on purpose.',
    ],
    ko: ['이 조인으로 행이 중복되거나 짝이 없는 행이 빠지지 않나요?', '전후 행 수를 세어 보고 조인 종류를 의도에 맞게 고르세요.'],
  },
  {
    languages: ['sql'],
    lines: /=\s*null|<>|!=|\bnot in\b/i,
    severity: 'medium',
    en: ['What becomes of rows in which this column is NULL?', 'Say it with IS NULL, or give the column a value by COALESCE.'],
    ko: ['이 열이 NULL인 행은 어떻게 처리되나요?', 'IS NULL로 명시하거나 COALESCE로 기본값을 주세요.'],
  },
  {
    languages: ['sql'],
    lines: /\bselect\s+\*|\blike\s+'%/i,
    severity: 'low',
    en: ['Does this read more columns or rows than the next step needs?', 'Name the columns and narrow the rows by an indexed column.'],
    ko: ['다음 단계에 필요한 것보다 많은 열이나 행을 읽지 않나요?', '열 이름을 적고 인덱스가 있는 열로 범위를 줄이세요.'],
  },
  {
    languages: ['shell'],
    lines: /\$\w|\$\{/,
    severity: 'medium',
    en: ['Does a space, a star or an empty value in this variable change the command?', 'Put the variable in double quotes.'],
    ko: ['변수에 공백이나 별표, 빈 값이 있으면 명령이 달라지지 않나요?', '변수를 큰따옴표로 감싸세요.'],
  },
  {
    languages: ['shell'],
    lines: /\||\bcd\b|^#!/,
    severity: 'medium',
    en: ['Does the script go on after a command has failed?', 'Begin with set -euo pipefail, or check each command that may fail.'],
    ko: ['명령이 실패해도 스크립트가 계속 진행되지 않나요?', '맨 앞에 set -euo pipefail을 쓰거나 명령마다 확인하세요.'],
  },
  {
    languages: ['typescript'],
    lines: /\bas\s+(?!const\b)\w|:\s*any\b|<any>|!\./,
    severity: 'medium',
    en: [
      'Is the type promised here checked at run time by anything?',
      'Check the shape of what comes in and derive the type from the check.',
    ],
    ko: ['여기서 약속한 타입을 실행 중에 확인하는 곳이 있나요?', '들어온 값의 형태를 검사하고 그 결과에서 타입을 얻으세요.'],
  },
  {
    languages: ['javascript'],
    lines: /[^=!<>]==[^=]|!=[^=]/,
    severity: 'low',
    en: ['Can values of different types be taken for equal here?', 'Compare with === and convert where it is wanted.'],
    ko: ['서로 다른 타입의 값이 같다고 처리될 수 있지 않나요?', '===로 비교하고 변환이 필요하면 직접 하세요.'],
  },
  {
    languages: ['python'],
    lines: /def .*=\s*(?:\[\]|\{\})/,
    severity: 'medium',
    en: ['Is this default value kept and changed from call to call?', 'Use None as the default and create the list or dict inside.'],
    ko: ['이 기본값이 호출 사이에 유지되어 바뀌지 않나요?', '기본값은 None으로 두고 함수 안에서 새로 만드세요.'],
  },
  {
    languages: [...scripts, 'python', 'shell', 'other'],
    lines: /console\.\w+\(|\bprint\s*\(|\becho\b/,
    severity: 'low',
    en: ['Do personal details get into the run log here?', 'Log an id and a count instead of the whole value.'],
    ko: ['개인 정보가 실행 기록에 남지 않나요?', '값 전체 대신 식별자와 개수만 기록하세요.'],
  },
]

/** Asked of any code: at its first line, and at its last. */
export const firstLineCheck: Check = {
  lines: /\S/,
  severity: 'medium',
  en: [
    'What if the input is missing, empty or of another type?',
    'Check the fields that the code reads before anything else, and end early.',
  ],
  ko: ['입력이 없거나 비어 있거나 형식이 다르면 어떻게 되나요?', '읽는 필드를 먼저 확인하고 맞지 않으면 일찍 끝내세요.'],
}
export const lastLineCheck: Check = {
  lines: /\S/,
  severity: 'low',
  en: [
    'Is the result what the next step expects, also when nothing was found?',
    'Return the same shape in every case, and try a second run on the same item.',
  ],
  ko: ['결과가 없을 때에도 다음 단계가 기대하는 형태인가요?', '항상 같은 형태로 반환하고 같은 항목을 두 번 실행해 보세요.'],
}
