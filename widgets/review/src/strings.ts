import type { InfluencerRole, StrategyPartName } from './context.ts'

const english = {
  strategyTitle: 'An outline for your campaign',
  influencerTitle: 'People for your campaign',
  briefTitle: 'A brief for your creators',
  addPart: 'Add to plan',
  shortlist: 'Shortlist',
  addSection: 'Use',
  dollars: (amount: string) => `$${amount}`,
  planned: (percent: number, sum: string) => `${percent}% planned · ${sum}`,
  reserve: (sum: string) => `reserve ${sum}`,
  target: 'Target',
  rank: (rank: number) => `Rank ${rank}`,
  reach: (people: string) => `${people} reach`,
  engagement: (rate: string) => `${rate}% engagement`,
  postIdea: 'First post',
  part: {
    audience: 'Audience',
    kpis: 'KPIs',
    creators: 'Creators',
    brief: 'Brief',
    amplification: 'Paid boost',
    timeline: 'Timeline',
  } as Record<StrategyPartName, string>,
  role: { reach: 'Reach', engagement: 'Engagement', expertise: 'Expertise', test: 'Test' } as Record<InfluencerRole, string>,
}

type ReviewStrings = typeof english

const korean: ReviewStrings = {
  strategyTitle: '캠페인 전략 초안',
  influencerTitle: '캠페인에 맞는 인플루언서',
  briefTitle: '크리에이터 브리프 초안',
  addPart: '계획에 추가',
  shortlist: '후보에 추가',
  addSection: '사용',
  dollars: (amount) => `${amount}달러`,
  planned: (percent, sum) => `${percent}% 배정 · ${sum}`,
  reserve: (sum) => `예비 ${sum}`,
  target: '목표',
  rank: (rank) => `${rank}위`,
  reach: (people) => `도달 ${people}`,
  engagement: (rate) => `참여율 ${rate}%`,
  postIdea: '첫 게시물',
  part: { audience: '고객', kpis: '핵심 지표', creators: '크리에이터', brief: '브리프', amplification: '광고 확장', timeline: '일정' },
  role: { reach: '도달', engagement: '반응', expertise: '전문성', test: '시험' },
}

export const reviewStrings = { en: english, ko: korean }
