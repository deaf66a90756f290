import type { Language } from '../language.ts'
import type { JsonObject } from '../protocol.ts'
import { plainWords } from './plain-words.ts'
import type { RequestFacts } from './request-facts.ts'

export function isCourse(attributes: JsonObject): boolean {
  return typeof attributes.hours === 'number' && attributes.title !== undefined
}

// By place in the path: the base, what rests on it, and so on to what the path leads to.
const purposes: Record<Language, readonly string[]> = {
  en: [
    'A calm start, as everything later takes this for granted',
    'Builds straight on the course before it',
    'The step where single pieces become something of your own',
    'Widens what you can build, now that the base holds',
    'The last step, with which others can see your work',
  ],
  ko: [
    '차분한 출발점이에요. 이후 과정은 이 내용을 전제로 해요',
    '바로 앞 과정 위에 쌓아 올려요',
    '배운 조각들이 나만의 결과물이 되는 단계예요',
    '기초가 잡힌 뒤에 만들 수 있는 폭을 넓혀요',
    '마지막 단계예요. 다른 사람이 결과물을 볼 수 있게 돼요',
  ],
}

/** Why a course stands at this place of a path: its purpose there, and what of it is used. Every topic that is named is the course's own. */
export function courseReason({ topics, requires }: JsonObject, { language }: RequestFacts, index: number): string {
  const purpose = purposes[language][Math.min(index, purposes[language].length - 1)]!
  const teaches = plainWords(topics).slice(0, 2)
  const needs = plainWords(requires).slice(0, 1)
  if (language === 'ko') {
    const used = teaches.length > 0 ? ` 배우는 것: ${teaches.join(', ')}.` : ''
    return `${purpose}.${used}${needs.length > 0 ? ` 먼저 알아야 할 것: ${needs[0]}.` : ''}`
  }
  const used = teaches.length > 0 ? `: ${teaches.join(' and ')}` : ''
  return `${purpose}${used}.${needs.length > 0 ? ` Uses the ${needs[0]} from before.` : ''}`
}
