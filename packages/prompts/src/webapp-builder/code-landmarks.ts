import type { Locale } from '@inkling/contracts'
import { codeLines } from '../code-lines.ts'

type Words = Record<Locale, string>

/** A kind of place in code by which a reader finds the way, and what to ask there. */
interface Kind {
  pattern: RegExp
  concept: Words
  question: Words
  /** Neighbouring lines of the same kind belong together; of other kinds the indented lines below do. */
  gathers?: true
}

export interface Landmark {
  firstLine: number
  lastLine: number
  kind: Kind
}

const markup: readonly Kind[] = [
  {
    pattern: /<(?:head|title|meta|link)\b/i,
    concept: { en: 'document head', ko: '문서 헤드' },
    question: {
      en: 'This part is about the page rather than on it. Which line gives it a title, and which ones bring in other files?',
      ko: '화면에 보이지 않는 문서 정보예요. 어느 줄이 제목을 정하고, 어느 줄이 다른 파일을 불러오나요?',
    },
    gathers: true,
  },
  {
    pattern: /<(?:form|input|button|select|textarea|label)\b/i,
    concept: { en: 'forms', ko: '폼' },
    question: {
      en: 'People type or click here. Which label belongs to which field, and where does the input go when it is sent?',
      ko: '사용자가 입력하거나 누르는 곳이에요. 각 필드의 라벨은 무엇이고, 보낸 값은 어디로 가나요?',
    },
  },
  {
    pattern: /<(?:main|header|footer|nav|section|article|ul|ol|table|div)\b/i,
    concept: { en: 'page structure', ko: '페이지 구조' },
    question: {
      en: 'An element that holds others. Find the line that closes it, then say in one word what everything in between is for.',
      ko: '다른 요소를 담는 요소예요. 닫는 줄을 찾고, 그 사이의 내용이 무엇을 위한 것인지 한마디로 말해 보세요.',
    },
  },
  {
    pattern: /\b(?:class|id)\s*=/i,
    concept: { en: 'attributes', ko: '속성' },
    question: {
      en: 'An attribute gives this element a name that CSS or a script can find. Where is that name used?',
      ko: '속성은 CSS나 스크립트가 찾을 수 있는 이름을 붙여요. 그 이름은 어디에서 쓰이나요?',
    },
  },
]

const styles: readonly Kind[] = [
  {
    pattern: /@media\b|@container\b/,
    concept: { en: 'media queries', ko: '미디어 쿼리' },
    question: {
      en: 'These rules hold only under a condition. Make the window narrower: at which width does something change?',
      ko: '조건이 맞을 때만 적용되는 규칙이에요. 창을 좁혀 보세요. 어느 너비에서 무엇이 바뀌나요?',
    },
  },
  {
    pattern: /display\s*:\s*(?:flex|grid|inline-)/,
    concept: { en: 'layout', ko: '레이아웃' },
    question: {
      en: 'This line decides how the children are placed. Switch it off in the browser tools: what moves?',
      ko: '자식 요소를 어떻게 놓을지 정하는 줄이에요. 개발자 도구에서 꺼 보세요. 무엇이 움직이나요?',
    },
  },
  {
    pattern: /\{\s*$/,
    concept: { en: 'selectors', ko: '선택자' },
    question: {
      en: 'The part before the brace chooses elements. Point at one on the page that it hits, and at one that it misses.',
      ko: '중괄호 앞부분이 요소를 골라요. 페이지에서 이 규칙에 맞는 요소와 맞지 않는 요소를 하나씩 찾아보세요.',
    },
  },
]

const queries: readonly Kind[] = [
  {
    pattern: /\bfrom\b|\bjoin\b/i,
    concept: { en: 'tables and joins', ko: '테이블과 조인' },
    question: {
      en: 'Begin here: which tables take part, and which columns tie their rows together?',
      ko: '여기서 시작하세요. 어떤 테이블이 쓰이고, 어떤 열이 행을 이어 주나요?',
    },
    gathers: true,
  },
  {
    pattern: /\bwhere\b|\bhaving\b/i,
    concept: { en: 'filters', ko: '조건 필터' },
    question: {
      en: 'A condition keeps some rows and drops others. Name one row that stays and one that goes.',
      ko: '조건에 맞는 행만 남겨요. 남는 행과 빠지는 행을 하나씩 말해 보세요.',
    },
  },
  {
    pattern: /\bgroup by\b|\border by\b|\bcount\(|\bsum\(|\bavg\(/i,
    concept: { en: 'grouping and order', ko: '그룹과 정렬' },
    question: {
      en: 'Rows are put together or in order here. What does one row of the result stand for?',
      ko: '행을 묶거나 정렬해요. 결과의 한 행은 무엇을 뜻하나요?',
    },
  },
  {
    pattern: /\bselect\b|\binsert\b|\bupdate\b|\bdelete\b|\bcreate\b/i,
    concept: { en: 'statements', ko: '쿼리 문' },
    question: {
      en: 'The first word says whether data is read or changed. Which columns come out, or which values go in?',
      ko: '첫 단어가 데이터를 읽는지 바꾸는지 알려 줘요. 어떤 열이 나오거나 어떤 값이 들어가나요?',
    },
  },
]

const programs: readonly Kind[] = [
  {
    pattern: /^\s*(?:import\b|from\s+\S+\s+import\b|#include\b|using\s|package\s|(?:const|let|var)\s.*\brequire\()/,
    concept: { en: 'modules', ko: '모듈' },
    question: {
      en: 'Code from elsewhere is brought in here. Which of these names do you meet again further down, and for what?',
      ko: '다른 곳의 코드를 가져와요. 이 이름들이 아래 어디에서, 무엇을 위해 다시 나오나요?',
    },
    gathers: true,
  },
  {
    pattern: /^\s*(?:export\s+)?(?:default\s+)?(?:public\s+|abstract\s+)*class\s/,
    concept: { en: 'classes', ko: '클래스' },
    question: {
      en: 'A class ties data to what can be done with it. List what one object remembers, then what it can do.',
      ko: '클래스는 데이터와 동작을 묶어요. 객체 하나가 기억하는 것과 할 수 있는 일을 적어 보세요.',
    },
  },
  {
    pattern: /\bfunction\b|=>|^\s*(?:async\s+)?def\s|^\s*(?:public|private|protected|static)\s[^;=]*\(/,
    concept: { en: 'functions', ko: '함수' },
    question: {
      en: 'A function: what goes in, what comes out? Say it in one sentence before you read its inside.',
      ko: '함수예요. 무엇이 들어가고 무엇이 나오나요? 안쪽을 읽기 전에 한 문장으로 말해 보세요.',
    },
  },
  {
    pattern: /^\s*(?:for|while)\b|\.(?:forEach|map|filter|reduce)\(/,
    concept: { en: 'loops', ko: '반복' },
    question: {
      en: 'Something is repeated here. What is different in each round, and what makes it stop?',
      ko: '여기서 일이 반복돼요. 매번 무엇이 달라지고, 언제 멈추나요?',
    },
  },
  {
    pattern: /^\s*\}?\s*(?:if|else|elif|switch|case)\b/,
    concept: { en: 'conditions', ko: '조건' },
    question: {
      en: 'The code chooses a way. Find one input for each branch, also for the one that is easy to forget.',
      ko: '여기서 길이 갈려요. 갈래마다 입력값을 하나씩 찾아보세요. 잊기 쉬운 갈래도 빠뜨리지 마세요.',
    },
  },
  {
    pattern: /\btry\b|\bcatch\b|\bexcept\b/,
    concept: { en: 'error handling', ko: '오류 처리' },
    question: {
      en: 'Something may go wrong here. What exactly, and what does the person in front of the screen see then?',
      ko: '여기서 문제가 생길 수 있어요. 정확히 무엇이고, 그때 사용자는 무엇을 보게 되나요?',
    },
  },
  {
    pattern: /\bawait\b|\.then\(/,
    concept: { en: 'asynchronous code', ko: '비동기 코드' },
    question: {
      en: 'The result comes later. Which lines run before it is there, and which ones wait for it?',
      ko: '결과가 나중에 도착해요. 그 전에 실행되는 줄과 기다리는 줄은 각각 어디인가요?',
    },
  },
  {
    pattern: /\breturn\b/,
    concept: { en: 'return values', ko: '반환값' },
    question: {
      en: 'Here the function answers. Who receives the value, and what if this line is never reached?',
      ko: '함수가 답을 돌려주는 곳이에요. 누가 그 값을 받고, 이 줄에 닿지 않으면 어떻게 되나요?',
    },
  },
  {
    pattern: /[^=!<>]=(?![=>])/,
    concept: { en: 'variables', ko: '변수' },
    question: {
      en: 'A value gets a name. Follow that name: where is it read, and does it ever change?',
      ko: '값에 이름이 붙어요. 그 이름을 따라가 보세요. 어디에서 읽히고, 값이 바뀌기도 하나요?',
    },
  },
]

const kindsByLanguage: Record<string, readonly Kind[]> = { html: markup, css: styles, sql: queries }

const mostLandmarks = 4

/** The first place of each kind, at most four, in the order of the lines. */
export function findLandmarks(source: string, language: string): Landmark[] {
  const lines = codeLines(source)
  return (kindsByLanguage[language] ?? programs)
    .flatMap((kind): Landmark[] => {
      const start = lines.findIndex((line) => kind.pattern.test(line))
      return start < 0 ? [] : [{ firstLine: start + 1, lastLine: lastOf(lines, start, kind) + 1, kind }]
    })
    .slice(0, mostLandmarks)
    .toSorted((a, b) => a.firstLine - b.firstLine || a.lastLine - b.lastLine)
}

function lastOf(lines: readonly string[], start: number, { pattern, gathers }: Kind): number {
  let last = start
  if (gathers) {
    while (pattern.test(lines[last + 1] ?? '')) last += 1
    return last
  }
  const depth = indentOf(lines[start]!)
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index]!
    if (line.trim() === '') continue
    if (indentOf(line) > depth) last = index
    else return indentOf(line) === depth && /^\s*(?:[})\]]|<\/)/.test(line) ? index : last
  }
  return last
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
