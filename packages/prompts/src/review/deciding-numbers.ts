import type { Locale } from '@inkling/contracts'
import type { Goal } from './choices.ts'

/** The number by which a campaign with that goal is judged. Targets are planning values to start a discussion from. */
export interface DecidingNumber {
  kpi: string
  formula: string
  target: string
}

export const decidingNumbers: Record<Goal, Record<Locale, DecidingNumber>> = {
  awareness: {
    en: { kpi: 'Cost per 1,000 people', formula: 'spending / people reached * 1,000', target: '$25 or less by the end' },
    ko: { kpi: '1,000명 도달 비용', formula: '지출 / 도달한 사람 수 * 1,000', target: '종료 시점에 25달러 이하' },
  },
  engagement: {
    en: {
      kpi: 'Cost per engagement',
      formula: 'spending / (likes + comments + saves + shares)',
      target: '$0.50 or less, 7 days after the last post',
    },
    ko: { kpi: '참여당 비용', formula: '지출 / (좋아요 + 댓글 + 저장 + 공유)', target: '마지막 게시 7일 뒤 0.5달러 이하' },
  },
  traffic: {
    en: { kpi: 'Cost per visit', formula: 'spending / visits from campaign links', target: '$1.50 or less by the end' },
    ko: { kpi: '방문당 비용', formula: '지출 / 캠페인 링크 방문 수', target: '종료 시점에 1.5달러 이하' },
  },
  sales: {
    en: { kpi: 'Return on spending', formula: 'revenue from campaign codes / spending', target: '2.0 or more within 30 days' },
    ko: { kpi: '지출 대비 매출', formula: '캠페인 코드 매출 / 지출', target: '30일 안에 2.0 이상' },
  },
  'sign-ups': {
    en: { kpi: 'Cost per sign-up', formula: 'spending / sign-ups from campaign links', target: '$8 or less within 30 days' },
    ko: { kpi: '가입당 비용', formula: '지출 / 캠페인 링크 가입 수', target: '30일 안에 8달러 이하' },
  },
  content: {
    en: { kpi: 'Cost per reusable asset', formula: 'spending / assets cleared for reuse', target: '$200 or less by the end' },
    ko: { kpi: '재사용 콘텐츠 단가', formula: '지출 / 재사용 승인된 콘텐츠 수', target: '종료 시점에 200달러 이하' },
  },
}
