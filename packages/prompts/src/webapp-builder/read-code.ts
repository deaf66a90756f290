import type { Locale } from '@inkling/contracts'
import { codeLines } from '../code-lines.ts'
import { findLandmarks } from './code-landmarks.ts'

interface Part {
  firstLine: number
  lastLine: number
  explanation: string
  concepts: string[]
}

/** How to read this code, step by step: where to look and what to ask there. The answers stay the student's. */
export function readCode({ code, language }: { code: string; language: string }, locale: Locale): Part[] {
  const lines = codeLines(code)
  const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]))
  const first = filled[0] ?? 1
  const last = filled.at(-1) ?? first
  const landmarks = findLandmarks(code, language).map(({ firstLine, lastLine, kind }) => ({
    firstLine,
    lastLine,
    explanation: kind.question[locale],
    concepts: [kind.concept[locale]],
  }))
  return [
    { firstLine: first, lastLine: first, ...begin[locale] },
    ...(landmarks.length > 0 ? landmarks : [{ firstLine: first, lastLine: last, ...names[locale] }]),
    { firstLine: last, lastLine: last, ...end[locale] },
  ]
}

const begin: Record<Locale, { explanation: string; concepts: string[] }> = {
  en: {
    explanation: 'Start here and read to the end once without stopping. Then say in one sentence what the whole is for.',
    concepts: ['overview first'],
  },
  ko: {
    explanation: '여기서 시작해 끝까지 한 번 멈추지 말고 읽어 보세요. 그다음 전체가 무엇을 위한 코드인지 한 문장으로 말해 보세요.',
    concepts: ['전체 먼저 보기'],
  },
}

// Where nothing is known of the code, its names are.
const names: Record<Locale, { explanation: string; concepts: string[] }> = {
  en: {
    explanation: 'Point at every name in these lines and say what it stands for. Look up the ones that you did not choose yourself.',
    concepts: ['names'],
  },
  ko: {
    explanation: '이 줄에 나오는 이름을 하나씩 짚으며 무엇을 가리키는지 말해 보세요. 직접 정하지 않은 이름은 찾아보세요.',
    concepts: ['이름'],
  },
}

const end: Record<Locale, { explanation: string; concepts: string[] }> = {
  en: {
    explanation: 'Now play the computer: take one small example, go line by line down to here, and write down what changes.',
    concepts: ['tracing by hand'],
  },
  ko: {
    explanation: '이제 컴퓨터가 되어 보세요. 작은 예 하나를 골라 여기까지 한 줄씩 따라가며 무엇이 바뀌는지 적어 보세요.',
    concepts: ['손으로 따라가기'],
  },
}
