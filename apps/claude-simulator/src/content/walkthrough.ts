import type { RequestFacts } from '../generator/request-facts.ts'
import type { Language } from '../language.ts'
import type { Entry } from './entry.ts'
import { splitCode } from './split-code.ts'

interface Explanation {
  /** Its first group is what the sentence names: `{1}`. */
  pattern: RegExp
  concept: Record<Language, string>
  en: string
  ko: string
}

// The first that a part's lines match leads; what is particular stands before what is general.
const explanations: readonly Explanation[] = [
  {
    pattern: /<=\s*([\w.]+\.length)/,
    concept: { en: 'loop bounds', ko: '반복 범위' },
    en: 'The loop still runs when its counter equals {1}. Which value stands at that place, and what does the sum become with it?',
    ko: '카운터가 {1}와 같을 때도 한 번 더 실행돼요. 그 자리에는 어떤 값이 있고, 더하면 합계는 어떻게 되나요?',
  },
  {
    pattern: /^\s*(?:import\b|from\s+\S+\s+import|#include\b|using\s|.*\brequire\()/m,
    concept: { en: 'modules', ko: '모듈' },
    en: 'Brings in code from elsewhere that the lines below rely on.',
    ko: '아래에서 쓸 코드를 다른 곳에서 가져와요.',
  },
  {
    pattern: /\bclass\s+(\w+)/,
    concept: { en: 'classes', ko: '클래스' },
    en: '{1} describes a kind of object: what it remembers and what it can do.',
    ko: '{1} 클래스는 객체의 종류를 설명해요. 무엇을 기억하고 무엇을 할 수 있는지 정해요.',
  },
  {
    pattern: /\b(?:function|def)\s+(\w+)/,
    concept: { en: 'functions', ko: '함수' },
    en: 'Defines {1}: a named piece of work. Nothing happens yet; it runs when something calls it.',
    ko: '{1} 함수를 정의해요. 아직 실행되지는 않고, 누군가 부를 때 실행돼요.',
  },
  {
    pattern: /(?:const|let|var)\s+(\w+)\s*=\s*(?:async\s*)?(?:\([^)]*\)|\w+)\s*=>/,
    concept: { en: 'arrow functions', ko: '화살표 함수' },
    en: '{1} is a function that is kept under a name. What stands right of the arrow is what it does.',
    ko: '{1}에 함수를 담아 두어요. 화살표 오른쪽이 함수가 하는 일이에요.',
  },
  {
    pattern: /\bfor\b|\bwhile\b/,
    concept: { en: 'loops', ko: '반복문' },
    en: 'Repeats the lines inside, once for each value. Follow one round on paper before you read on.',
    ko: '값마다 안쪽 줄을 한 번씩 반복해요. 더 읽기 전에 한 바퀴를 종이에 따라가 보세요.',
  },
  {
    pattern: /\.(map|filter|reduce|forEach|sort)\(/,
    concept: { en: 'array methods', ko: '배열 메서드' },
    en: '{1} goes through the list for you and calls the function inside for every value.',
    ko: '{1} 메서드가 목록을 훑으며 값마다 안쪽 함수를 불러요.',
  },
  {
    pattern: /\btry\b|\bcatch\b|\bexcept\b/,
    concept: { en: 'error handling', ko: '오류 처리' },
    en: 'Tries a step that may fail and says what happens then.',
    ko: '실패할 수 있는 단계를 시도하고, 실패하면 어떻게 할지 정해요.',
  },
  {
    pattern: /\bawait\b|\.then\(/,
    concept: { en: 'promises', ko: '프로미스' },
    en: 'The value comes later; the lines after it wait until it is there.',
    ko: '값이 나중에 도착해요. 뒤의 줄은 값이 올 때까지 기다려요.',
  },
  {
    pattern: /\bif\s*\(?\s*(\w+)\b|\belif\s+(\w+)/,
    concept: { en: 'conditions', ko: '조건문' },
    en: 'Looks at {1} and goes on inside only if the condition holds. Otherwise these lines are skipped.',
    ko: '{1} 값을 보고 조건이 맞을 때만 안쪽으로 들어가요. 아니면 이 줄들을 건너뛰어요.',
  },
  {
    pattern: /\bconsole\.log\(|\bprint\s*\(/,
    concept: { en: 'output', ko: '출력' },
    en: 'Shows the result, so that you can compare it with what you expected.',
    ko: '결과를 보여 줘요. 기대한 값과 견주어 보세요.',
  },
  {
    pattern: /\breturn\b/,
    concept: { en: 'return values', ko: '반환값' },
    en: 'Hands the result back to whoever called the function.',
    ko: '함수를 부른 곳에 결과를 돌려줘요.',
  },
  {
    pattern: /\bselect\b/i,
    concept: { en: 'queries', ko: '쿼리' },
    en: 'Asks the database for rows; the names behind the first word are the columns that come back.',
    ko: '데이터베이스에 행을 요청해요. 첫 단어 뒤의 이름이 돌아오는 열이에요.',
  },
  {
    pattern: /<(main|header|nav|section|article|form|ul|table|div)\b/i,
    concept: { en: 'elements', ko: '요소' },
    en: 'A {1} element groups what belongs together; everything up to its closing tag is inside.',
    ko: '{1} 요소가 함께 있어야 할 것을 묶어요. 닫는 태그까지가 그 안쪽이에요.',
  },
  {
    pattern: /^\s*[.#\w][^{}=;()]*\{\s*$/m,
    concept: { en: 'selectors', ko: '선택자' },
    en: 'The words before the brace choose elements; the lines inside say how those look.',
    ko: '중괄호 앞의 말이 요소를 고르고, 안쪽 줄이 그 모양을 정해요.',
  },
  {
    pattern: /\b(?:const|let|var)\s+(\w+)\s*=|^\s*(\w+)\s*=/m,
    concept: { en: 'variables', ko: '변수' },
    en: 'Gives a value the name {1}, so that later lines can use it.',
    ko: '값에 {1} 이름을 붙여 아래 줄에서 쓸 수 있게 해요.',
  },
  {
    pattern: /^\s*(?:\/\/|#|\/\*|<!--|--)/m,
    concept: { en: 'comments', ko: '주석' },
    en: 'A note for people. The computer skips it.',
    ko: '사람을 위한 메모예요. 컴퓨터는 건너뛰어요.',
  },
]

const plain: Explanation = {
  pattern: /(?:)/,
  concept: { en: 'statements', ko: '문장' },
  en: 'Runs step by step, from the first of these lines to the last.',
  ko: '첫 줄부터 마지막 줄까지 한 단계씩 실행돼요.',
}

/** The code in at most `parts` pieces that each have one purpose, with what they do. An explanation is given once. */
export function codeWalkthrough(facts: RequestFacts, parts: number): Entry[] {
  const said = new Set<Explanation>()
  return splitCode(facts.code, parts).map((rows) => {
    const text = rows.map((row) => row.text).join('\n')
    const found = explanations.filter((explanation) => !said.has(explanation) && explanation.pattern.test(text))
    const [explanation = plain] = found
    said.add(explanation)
    const match = explanation.pattern.exec(text)
    // A name of the student's code and nothing longer: free text of the request cannot take over an answer.
    const name = (match?.[1] ?? match?.[2] ?? '').slice(0, 30)
    const concepts = [explanation, ...found.slice(1, 2)].map(({ concept }) => concept[facts.language])
    const first = String(rows[0]!.number)
    const last = String(rows.at(-1)!.number)
    return {
      title: concepts[0]!,
      body: explanation[facts.language].replaceAll('{1}', name),
      concepts,
      line: first,
      lineEnd: last,
      lines: first === last ? first : `${first}-${last}`,
    }
  })
}
