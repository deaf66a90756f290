import type { Locale } from '@inkling/contracts'
import { type Audience, audienceNames, categoryNames, type Goal, type ProductCategory } from './choices.ts'
import { type DecidingNumber, decidingNumbers } from './deciding-numbers.ts'

interface Campaign {
  productCategory: ProductCategory
  budgetUsd: number
  goal: Goal
  audience: Audience
}

interface PlannedPart extends DecidingNumber {
  part: 'audience' | 'kpis' | 'creators' | 'brief' | 'timeline'
  headline: string
  plan: string
  budgetPercent: number
}

/** What is written into the sentences of the plan. */
interface Words {
  category: string
  audience: string
  budget: string
  creators: Creators
  deciding: DecidingNumber
}

interface Creators {
  count: number
  /** `gift`: the product instead of a fee. */
  size: 'gift' | 'small' | 'medium'
}

// Planning values, not quotations: what one creator with two posts is often paid.
const usdPerCreator = { small: 500, medium: 2_500 }
const shareOfCreators = 0.5

/** A plain plan that any campaign can begin with: audience, KPIs, creators, brief, timeline. */
export function planCampaign(campaign: Campaign, locale: Locale): PlannedPart[] {
  const { productCategory, budgetUsd, goal, audience } = campaign
  const number = new Intl.NumberFormat('en')
  return plans[locale]({
    category: categoryNames[productCategory][locale],
    audience: audienceNames[audience][locale],
    budget: locale === 'ko' ? `${number.format(budgetUsd)}달러` : `$${number.format(budgetUsd)}`,
    creators: creatorsFor(budgetUsd),
    deciding: decidingNumbers[goal][locale],
  })
}

function creatorsFor(budgetUsd: number): Creators {
  const fees = budgetUsd * shareOfCreators
  if (fees < 3 * usdPerCreator.small) return { count: 5, size: 'gift' }
  const size = fees < 12 * usdPerCreator.small ? 'small' : 'medium'
  return { count: Math.max(3, Math.min(20, Math.floor(fees / usdPerCreator[size]))), size }
}

const plans: Record<Locale, (words: Words) => PlannedPart[]> = {
  en: ({ category, audience, budget, creators: { count, size }, deciding }) => [
    {
      part: 'audience',
      headline: 'One audience, one promise',
      plan: `Write one sentence that says what the product changes for ${audience}. Try two wordings on small posts before the creators start.`,
      kpi: 'Audience match',
      formula: 'followers in the target group / all followers * 100',
      target: '60% or more for each creator, before signing',
      budgetPercent: 5,
    },
    {
      part: 'kpis',
      headline: 'One number decides',
      plan: `Give every creator a link and a code of their own, so that each result has a source. Judge the ${budget} by this number first.`,
      ...deciding,
      budgetPercent: 5,
    },
    {
      part: 'creators',
      headline: { gift: 'Products instead of fees', small: 'Small creators, close to people', medium: 'Several mid-size creators' }[size],
      plan: {
        gift: `Send the product to ${count} creators under 20,000 followers who already post about ${category}, and ask for an honest first impression.`,
        small: `Book ${count} creators under 50,000 followers in ${category}, two posts each. Several small voices show which message works.`,
        medium: `Book ${count} creators between 50,000 and 250,000 followers in ${category}, two posts each, at least three styles among them.`,
      }[size],
      kpi: 'Engagement rate',
      formula: '(likes + comments + saves + shares) / reach * 100',
      target: size === 'medium' ? '2.5% or more within 7 days' : '4% or more within 7 days',
      budgetPercent: size === 'gift' ? 20 : 50,
    },
    {
      part: 'brief',
      headline: 'A brief of one page',
      plan: 'Name the promise, three facts, what must not be said, and the advertising label. Leave the story to the creator.',
      kpi: 'Approved first drafts',
      formula: 'drafts approved without changes / all drafts * 100',
      target: '70% or more in the first round',
      budgetPercent: 10,
    },
    {
      part: 'timeline',
      headline: 'Five weeks, two decisions',
      plan: 'Week 1 choose, week 2 drafts, weeks 3-4 posts, week 5 review. Decide after the third post and at the end what continues.',
      kpi: 'Posts on time',
      formula: 'posts published on the agreed day / agreed posts * 100',
      target: '90% or more in weeks 3-4',
      budgetPercent: 0,
    },
  ],
  ko: ({ category, audience, budget, creators: { count, size }, deciding }) => [
    {
      part: 'audience',
      headline: '고객 하나, 약속 하나',
      plan: `이 제품으로 무엇이 달라지는지 한 문장으로 정리합니다. 대상은 ${audience}입니다. 두 가지 문구를 작은 게시물로 먼저 비교해 보세요.`,
      kpi: '목표 고객 일치율',
      formula: '목표 고객 팔로워 / 전체 팔로워 * 100',
      target: '계약 전 크리에이터별 60% 이상',
      budgetPercent: 5,
    },
    {
      part: 'kpis',
      headline: '판단 기준은 숫자 하나',
      plan: `크리에이터마다 전용 링크와 코드를 만들어 성과의 출처를 남깁니다. 예산 ${budget}의 성패는 이 숫자로 먼저 판단합니다.`,
      ...deciding,
      budgetPercent: 5,
    },
    {
      part: 'creators',
      headline: { gift: '원고료 대신 제품 제공', small: '가까운 소규모 크리에이터', medium: '중간 규모 크리에이터 여러 명' }[size],
      plan: {
        gift: `${category} 콘텐츠를 올리는 팔로워 2만 명 이하 크리에이터 ${count}명에게 제품을 보내고 솔직한 첫인상을 부탁합니다.`,
        small: `${category} 분야의 팔로워 5만 명 이하 크리에이터 ${count}명과 게시물 2개씩 진행합니다. 어떤 메시지가 통하는지 비교할 수 있습니다.`,
        medium: `${category} 분야의 팔로워 5만-25만 명 크리에이터 ${count}명과 게시물 2개씩 진행합니다. 스타일은 세 가지 이상으로 섞습니다.`,
      }[size],
      kpi: '참여율',
      formula: '(좋아요 + 댓글 + 저장 + 공유) / 도달 * 100',
      target: size === 'medium' ? '게시 후 7일 안에 2.5% 이상' : '게시 후 7일 안에 4% 이상',
      budgetPercent: size === 'gift' ? 20 : 50,
    },
    {
      part: 'brief',
      headline: '한 장짜리 브리프',
      plan: '약속 하나, 사실 세 가지, 하지 말아야 할 말, 광고 표시를 적습니다. 이야기는 크리에이터에게 맡깁니다.',
      kpi: '초안 통과율',
      formula: '수정 없이 승인된 초안 / 전체 초안 * 100',
      target: '첫 회차에 70% 이상',
      budgetPercent: 10,
    },
    {
      part: 'timeline',
      headline: '5주 일정, 두 번의 결정',
      plan: '1주차 선정, 2주차 초안, 3-4주차 게시, 5주차 정리. 세 번째 게시물 뒤와 마지막에 계속할 것을 정합니다.',
      kpi: '제때 게시한 비율',
      formula: '약속한 날 게시한 수 / 약속한 게시물 수 * 100',
      target: '3-4주차에 90% 이상',
      budgetPercent: 0,
    },
  ],
}
