import { isChef } from './chef.ts'
import { chefReason } from './chef-reason.ts'
import { courseReason, isCourse } from './course-reason.ts'
import { isInfluencer } from './influencer.ts'
import { influencerReason } from './influencer-reason.ts'
import { plainWords as words } from './plain-words.ts'
import { type Candidate, factText, type RequestFacts } from './request-facts.ts'

function listed(parts: string[], joint: string): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}${joint}${parts.at(-1)}`
}

function amount(facts: RequestFacts): string | undefined {
  const value = factText(facts, 'budget', 'budgetusd', 'maxbudget')
  return value !== undefined && /^\d/.test(value) ? `$${value}` : value
}

/**
 * Why this candidate suits this request, as short clauses in the order of their weight: what it is, what it is praised
 * for, and what of the request it meets. Every attribute that is named is the candidate's own.
 */
export function candidateReason(candidate: Candidate, facts: RequestFacts, index: number): string {
  const { attributes } = candidate
  if (isChef(attributes)) return chefReason(candidate, facts, index)
  if (isCourse(attributes)) return courseReason(attributes, facts, index)
  if (isInfluencer(attributes)) return influencerReason(candidate, facts, index)
  const fields = words(attributes.cuisines ?? attributes.cuisine ?? attributes.topics).slice(0, 2)
  const tags = words(attributes.tags ?? attributes.skills ?? attributes.keywords).slice(0, 2)
  const rating = typeof attributes.rating === 'number' ? attributes.rating : undefined
  const party = factText(facts, 'partysize', 'guests', 'guestcount')
  const occasion = factText(facts, 'occasion')
  const dietary = factText(facts, 'dietaryrestrictions', 'dietary')
  const meetsDiet = dietary !== undefined && JSON.stringify(attributes).toLowerCase().includes(dietary.toLowerCase())
  const goal = factText(facts, 'goal')
  const budget = amount(facts)

  const clauses: string[] = []
  const say = (condition: unknown, text: string): void => {
    if (condition) clauses.push(text)
  }
  if (facts.language === 'ko') {
    say(fields.length > 0 && rating, `${listed(fields, ', ')} 전문에 평점 ${rating}점이에요.`)
    say(fields.length > 0 && !rating, `${listed(fields, ', ')} 분야가 잘 맞아요.`)
    say(fields.length === 0 && rating, `평점 ${rating}점으로 평가가 좋아요.`)
    say(tags.length > 0, index % 2 === 0 ? `특히 ${listed(tags, ', ')} 쪽이 강점이에요.` : `${listed(tags, ', ')} 경험이 있어요.`)
    say(party, `${party}명${occasion ? `의 ${occasion}` : ''} 자리에 잘 어울려요.`)
    say(!party && occasion, `${occasion} 자리에 잘 어울려요.`)
    say(meetsDiet, `${dietary} 조건도 맞출 수 있어요.`)
    say(budget, `예산 ${budget} 안에서 진행하기 좋아요.`)
    say(goal, `'${goal}' 목표에 도움이 돼요.`)
    say(clauses.length === 0, '요청하신 조건에 두루 잘 맞는 선택이에요.')
    return clauses.join(' ')
  }
  say(fields.length > 0 && rating, `Known for ${listed(fields, ' and ')} with a ${rating} rating.`)
  say(fields.length > 0 && !rating, `A close match in ${listed(fields, ' and ')}.`)
  say(fields.length === 0 && rating, `Rated ${rating} by earlier guests.`)
  say(tags.length > 0, index % 2 === 0 ? `Stands out for ${listed(tags, ' and ')}.` : `Brings ${listed(tags, ' and ')} to the table.`)
  say(
    party,
    `Comfortable with ${occasion ? `${/^[aeiou]/i.test(occasion) ? 'an' : 'a'} ${occasion} for ${party}` : `a party of ${party}`}.`,
  )
  say(!party && occasion, `Fits the ${occasion}.`)
  say(meetsDiet, `Covers ${dietary} wishes.`)
  say(budget, `Works within ${budget}.`)
  say(goal, `Supports the goal: ${goal}.`)
  say(clauses.length === 0, 'A sound match for what was asked.')
  return clauses.join(' ')
}
