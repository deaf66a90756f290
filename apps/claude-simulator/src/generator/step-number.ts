import { factList, type RequestFacts } from './request-facts.ts'

/** How a step's name tells what it does. */
const placeWords: Record<string, RegExp> = {
  manual: /manual|by hand|copy|paste|spreadsheet|수기|수동|손으로|복사|엑셀/i,
  write: /crm|record|create|row|database|save|log|등록|기록|저장|생성/i,
  call: /code|api|http|request|sync|enrich|post|send|mail|slack|호출|연동|코드|전송|알림|메일/i,
}

/** The number of the step that an idea is about, from 1; 0 stands for the whole, or where no step is like it. */
export function stepNumber(place: unknown, facts: RequestFacts): number {
  const steps = factList(facts, 'steps')
  if (place === 'start') return Math.min(1, steps.length)
  const words = placeWords[String(place)]
  return words === undefined ? 0 : steps.findIndex((step) => words.test(step)) + 1
}
