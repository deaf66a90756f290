import type { RequestFacts } from '../generator/request-facts.ts'
import type { Entry } from './entry.ts'

interface Finding {
  pattern: RegExp
  severity: 'high' | 'medium' | 'low'
  en: readonly [title: string, problem: string, fix: string]
  ko: readonly [title: string, problem: string, fix: string]
}

/** What a reviewer sees in one line. The order is that of importance. */
const findings: readonly Finding[] = [
  {
    pattern: /\beval\s*\(|new Function\(|\bexec\s*\(/,
    severity: 'high',
    en: [
      'Code from text',
      'Text is run as code, so any input can take over the process.',
      'Parse the value, or map allowed names to functions.',
    ],
    ko: ['문자열 실행', '문자열을 코드로 실행해 입력이 그대로 동작할 수 있어요.', '값을 파싱하거나 허용된 함수만 연결하세요.'],
  },
  {
    pattern: /(select|insert|update|delete)\b.*(\$\{|" ?\+|' ?\+|%s|f")/i,
    severity: 'high',
    en: [
      'Query built from text',
      'The query is joined from text, which allows SQL injection.',
      'Use placeholders and pass the values apart.',
    ],
    ko: ['문자열로 만든 쿼리', '문자열을 이어 쿼리를 만들어 SQL 주입 위험이 있어요.', '자리표시자를 쓰고 값은 따로 넘기세요.'],
  },
  {
    pattern: /(password|secret|token|api_?key)\s*[:=]\s*['"]/i,
    severity: 'high',
    en: ['Secret in the code', 'A credential stands in the source and in its history.', 'Read it from the environment and replace it.'],
    ko: ['코드 속 비밀값', '비밀값이 소스와 기록에 남아요.', '환경에서 읽고 값을 교체하세요.'],
  },
  {
    pattern: /\.innerHTML\s*=|dangerouslySetInnerHTML/,
    severity: 'high',
    en: ['Raw HTML', 'Unchecked text becomes markup and can run scripts.', 'Set textContent or sanitise the text first.'],
    ko: ['원본 HTML 삽입', '확인되지 않은 텍스트가 스크립트를 실행할 수 있어요.', 'textContent를 쓰거나 먼저 정제하세요.'],
  },
  {
    pattern: /catch\s*(\([^)]*\))?\s*\{\s*\}|except\s*:|except Exception:\s*pass/,
    severity: 'medium',
    en: ['Swallowed error', 'The error disappears, so a failure looks like success.', 'Handle the known case and pass on the rest.'],
    ko: ['사라지는 오류', '오류가 사라져 실패가 성공처럼 보여요.', '아는 경우만 처리하고 나머지는 다시 던지세요.'],
  },
  {
    pattern: /\bfetch\s*\(|axios\.|requests\.(get|post)/,
    severity: 'medium',
    en: [
      'Call without a time limit',
      'The call can hang and its status is not checked.',
      'Set a time limit and check the status before reading.',
    ],
    ko: ['시간 제한 없는 호출', '호출이 멈출 수 있고 상태를 확인하지 않아요.', '시간 제한을 두고 상태를 확인하세요.'],
  },
  {
    pattern: /JSON\.parse\s*\(|json\.loads\s*\(/,
    severity: 'medium',
    en: ['Unguarded parsing', 'Invalid input throws here and ends the run.', 'Catch the error and report which item was wrong.'],
    ko: ['보호되지 않은 파싱', '잘못된 입력이면 여기서 실행이 끝나요.', '오류를 잡고 어떤 항목인지 알리세요.'],
  },
  {
    pattern: /for\s*\(.*\.length|range\(len\(/,
    severity: 'low',
    en: ['Index loop', 'The index is easy to get wrong by one.', 'Loop over the values themselves.'],
    ko: ['인덱스 반복', '인덱스는 하나씩 어긋나기 쉬워요.', '값 자체를 반복하세요.'],
  },
  {
    pattern: /[^=!]==[^=]|!=[^=]/,
    severity: 'low',
    en: ['Loose comparison', 'Values of different types can count as equal.', 'Compare strictly and convert on purpose.'],
    ko: ['느슨한 비교', '형이 다른 값이 같다고 처리될 수 있어요.', '엄격하게 비교하고 필요하면 변환하세요.'],
  },
  {
    pattern: /\bvar\s+\w+|\bglobal\s+\w+/,
    severity: 'low',
    en: ['Wide scope', 'The name is visible in more places than needed.', 'Declare it where it is used, with const or let.'],
    ko: ['넓은 범위', '이름이 필요 이상으로 넓게 보여요.', '쓰는 곳에서 const나 let으로 선언하세요.'],
  },
  {
    pattern: /console\.log|print\s*\(/,
    severity: 'low',
    en: ['Leftover output', 'Debug output may leak data into logs.', 'Remove it or use the logger with a level.'],
    ko: ['남은 출력', '디버그 출력이 로그에 데이터를 남길 수 있어요.', '지우거나 수준이 있는 로거를 쓰세요.'],
  },
  {
    pattern: /\bfunction\b|=>|\bdef\b/,
    severity: 'low',
    en: ['Inputs are not checked', 'An empty or missing value reaches the logic below.', 'Check the inputs first and return early.'],
    ko: ['입력 확인 없음', '빈 값이 그대로 아래 로직에 들어가요.', '먼저 입력을 확인하고 일찍 반환하세요.'],
  },
  {
    pattern: /\S/,
    severity: 'low',
    en: ['Name says too little', 'A reader cannot tell what this value stands for.', 'Name it after its meaning and unit.'],
    ko: ['부족한 이름', '이 값이 무엇인지 이름으로 알기 어려워요.', '의미와 단위를 담아 이름 지으세요.'],
  },
]

/** At most one finding a line, the weightiest first. */
export function codeFindings(facts: RequestFacts): Entry[] {
  const taken = new Set<number>()
  return findings.flatMap((finding) => {
    const line = facts.code.find((row) => !taken.has(row.number) && finding.pattern.test(row.text))
    if (line === undefined) return []
    taken.add(line.number)
    const [title, problem, fix] = finding[facts.language]
    return [{ title, body: `${problem} ${fix}`, problem, fix, severity: finding.severity, line: String(line.number) }]
  })
}
