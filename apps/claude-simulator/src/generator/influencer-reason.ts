import { sayPlainly } from '../content/plain-words.ts'
import { numberOf, suitsAudience } from './influencer.ts'
import { type Candidate, factText, type RequestFacts } from './request-facts.ts'

/** Why the person stands at this place. Every number is the person's own. */
export function influencerReason(candidate: Candidate, facts: RequestFacts, index: number): string {
  const { attributes } = candidate
  const rate = `${Math.round(numberOf(attributes.engagementRate) * 10) / 10}%`
  const reach = new Intl.NumberFormat('en').format(numberOf(attributes.reach))
  const audience = sayPlainly(factText(facts, 'audience', 'targetaudience') ?? '', facts.language)
  const suits = suitsAudience(attributes, facts.data)
  if (facts.language === 'ko') {
    const opening = suits
      ? [`${audience} 사이에서 인기 있는 분야예요.`, '주제가 고객층과 바로 맞닿아 있어요.', '고객층과 주제가 잘 겹쳐요.'][index % 3]
      : '주제는 조금 다르지만 시험해 볼 만해요.'
    const doubt = suits ? '' : ' 작은 게시물로 먼저 확인해 보세요.'
    return `${opening} 도달 ${reach}명에 참여율 ${rate}예요.${doubt}`
  }
  const opening = suits
    ? [`Posts about what ${audience} follow`, 'The subject is the audience itself', 'Close to the audience in every post'][index % 3]
    : 'Another subject, worth one small test'
  const doubt = suits ? '' : ' Check recent comments first.'
  return `${opening}: ${rate} of ${reach} people react.${doubt}`
}
