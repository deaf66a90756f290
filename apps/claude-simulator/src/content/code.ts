import type { RequestFacts } from '../generator/request-facts.ts'
import type { Entry } from './entry.ts'

interface Finding {
  pattern: RegExp
  /** Names of languages; every language where it is absent. */
  languages?: RegExp
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
      'Text is run as code here, so whoever writes the input can take over the run.',
      'Parse the value, or map allowed names to functions.',
    ],
    ko: [
      '문자열 실행',
      '문자열을 코드로 실행해 입력한 사람이 실행을 마음대로 바꿀 수 있어요.',
      '값을 파싱하거나 허용된 함수만 연결하세요.',
    ],
  },
  {
    pattern: /(select|insert|update|delete)\b.*(\$\{|" ?\+|' ?\+|%s|f")/i,
    severity: 'high',
    en: [
      'Query built from text',
      'A quote in the value ends the string, and the rest of it is run as SQL.',
      'Use placeholders and pass the values apart from the query.',
    ],
    ko: ['문자열로 만든 쿼리', '값에 따옴표가 있으면 나머지가 SQL로 실행돼요.', '자리표시자를 쓰고 값은 쿼리와 따로 넘기세요.'],
  },
  {
    pattern: /(password|secret|token|api_?key)\s*[:=]\s*['"]/i,
    severity: 'high',
    en: [
      'Secret in the code',
      'Everyone who may edit this workflow can read the credential, and its history keeps it.',
      'Read it from the credentials store and issue a new one.',
    ],
    ko: [
      '코드 속 비밀값',
      '이 워크플로를 편집하는 모두가 비밀값을 볼 수 있고 기록에도 남아요.',
      '자격 증명 저장소에서 읽고 새로 발급하세요.',
    ],
  },
  {
    pattern: /<=\s*[\w.]+\.(length|size)\b|range\(.*len\(\w+\)\s*\+\s*1/,
    severity: 'high',
    en: [
      'One entry too many',
      'The last round reads behind the end, and using that missing entry stops the run.',
      'Stop one earlier with <, or loop over the entries themselves.',
    ],
    ko: ['한 번 더 도는 반복', '마지막 반복에서 목록 밖을 읽어 실행이 멈춰요.', '<로 하나 앞에서 끝내거나 항목 자체를 반복하세요.'],
  },
  {
    pattern: /\.innerHTML\s*=|dangerouslySetInnerHTML/,
    severity: 'high',
    en: ['Raw HTML', 'Unchecked text becomes markup and can run scripts.', 'Set textContent or sanitise the text first.'],
    ko: ['원본 HTML 삽입', '확인되지 않은 텍스트가 스크립트를 실행할 수 있어요.', 'textContent를 쓰거나 먼저 정제하세요.'],
  },
  {
    pattern: /catch\s*(\([^)]*\))?\s*\{\s*\}|except\s*:|except Exception:\s*pass/,
    severity: 'high',
    en: ['Swallowed error', 'The error disappears, so a lost item looks like a success.', 'Handle the known case and pass on the rest.'],
    ko: ['사라지는 오류', '오류가 사라져 놓친 항목이 성공처럼 보여요.', '아는 경우만 처리하고 나머지는 다시 던지세요.'],
  },
  {
    pattern: /^(?!.*timeout)(?!.*signal).*(\bfetch\s*\(|axios\.|requests\.(get|post))/i,
    severity: 'medium',
    en: [
      'Call without a time limit',
      'If the other system is slow or answers with an error, the run hangs or goes on with an error page.',
      'Set a time limit of a few seconds and check the status before reading.',
    ],
    ko: [
      '시간 제한 없는 호출',
      '상대 시스템이 느리거나 오류를 보내면 실행이 멈추거나 오류 페이지를 읽어요.',
      '몇 초의 시간 제한을 두고 읽기 전에 상태를 확인하세요.',
    ],
  },
  {
    pattern: /JSON\.parse\s*\(|json\.loads\s*\(/,
    severity: 'medium',
    en: [
      'Unguarded parsing',
      'An answer that is no JSON throws here, and the item is lost.',
      'Catch the error, and park the item with the reason.',
    ],
    ko: ['보호되지 않은 파싱', 'JSON이 아닌 응답이면 여기서 오류가 나 항목을 잃어요.', '오류를 잡아 이유와 함께 항목을 보관하세요.'],
  },
  {
    pattern: /\[\w+\]\.\w+|\[0\]|\.at\(0\)/,
    severity: 'medium',
    en: [
      'Entry that may be missing',
      'With an empty list there is no such entry, and reading a field of it stops the run.',
      'Check that the entry is there, and return early if it is not.',
    ],
    ko: [
      '없을 수 있는 항목',
      '목록이 비어 있으면 항목이 없어 필드를 읽다 실행이 멈춰요.',
      '항목이 있는지 확인하고 없으면 일찍 반환하세요.',
    ],
  },
  {
    pattern: /new Date\(|datetime\.now\(\)|datetime\.utcnow\(\)|\.getHours\(|\.getDay\(/,
    severity: 'medium',
    en: [
      'Time without a zone',
      "The server's zone decides here, so late evenings fall on the wrong day.",
      "Convert to the customer's zone before comparing.",
    ],
    ko: ['시간대 없는 시각', '서버 시간대로 계산되어 늦은 저녁이 다른 날로 처리돼요.', '비교하기 전에 고객의 시간대로 바꾸세요.'],
  },
  {
    pattern: /for\s*\(.*\.length|range\(len\(/,
    severity: 'low',
    en: ['Index loop', 'The index is easy to get wrong by one.', 'Loop over the values themselves.'],
    ko: ['인덱스 반복', '인덱스는 하나씩 어긋나기 쉬워요.', '값 자체를 반복하세요.'],
  },
  {
    pattern: /[^=!<>]==[^=]|!=[^=]/,
    languages: /javascript|typescript/i,
    severity: 'low',
    en: ['Loose comparison', 'The text "0" and the number 0 count as equal here.', 'Compare strictly and convert on purpose.'],
    ko: ['느슨한 비교', '텍스트 "0"과 숫자 0이 같다고 처리돼요.', '엄격하게 비교하고 필요하면 변환하세요.'],
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
    en: ['Leftover output', 'The whole value gets into the run log, personal details included.', 'Log an id, or remove the line.'],
    ko: ['남은 출력', '값 전체가 개인 정보까지 실행 기록에 남아요.', '식별자만 기록하거나 이 줄을 지우세요.'],
  },
]

/** What is said of code in which nothing was found. */
const soundCode: Finding = {
  pattern: /\breturn\b|=>|\bdef\b|\bfunction\b|\S/,
  severity: 'low',
  en: [
    'Worth a test',
    'Nothing wrong to be seen; the case that deserves a test is an empty input.',
    'Run it once with no items and once with the same item twice.',
  ],
  ko: ['시험해 볼 경우', '문제는 보이지 않아요. 빈 입력은 한 번 시험해 볼 만해요.', '항목 없이 한 번, 같은 항목으로 두 번 실행해 보세요.'],
}

/** At most one finding a line, the weightiest first unless the lines' own order is asked for. */
export function codeFindings(facts: RequestFacts): Entry[] {
  const language = String(facts.data.get('language') ?? '')
  const taken = new Map<number, Finding>()
  for (const finding of findings) {
    if (finding.languages !== undefined && !finding.languages.test(language)) continue
    const line = facts.code.find((row) => !taken.has(row.number) && finding.pattern.test(row.text))
    if (line !== undefined) taken.set(line.number, finding)
  }
  const last = facts.code.findLast((row) => soundCode.pattern.test(row.text))
  if (taken.size === 0 && last !== undefined) taken.set(last.number, soundCode)
  const rows = [...taken]
  if (/order of the lines/i.test(facts.systemText)) rows.sort(([a], [b]) => a - b)
  return rows.map(
    ([
      line,
      {
        severity,
        [facts.language]: [title, problem, fix],
      },
    ]) => {
      return { title, body: `${problem} ${fix}`, problem, fix, severity, line: String(line) }
    },
  )
}
