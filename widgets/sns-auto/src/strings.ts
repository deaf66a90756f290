import type { Platform } from './context.ts'

const english = {
  timesTitle: 'Best times this week',
  captionsTitle: 'Captions to choose from',
  planTitle: 'A plan for the month',
  schedule: 'Schedule',
  plan: 'Plan',
  confidence: (percent: number) => `${percent}% sure`,
  length: (count: number, limit: number) => `${count} of ${limit} characters`,
  platform: {
    instagram: 'Instagram',
    tiktok: 'TikTok',
    youtube: 'YouTube',
    facebook: 'Facebook',
    x: 'X',
    threads: 'Threads',
    linkedin: 'LinkedIn',
  } satisfies Record<Platform, string> as Record<Platform, string>,
}

type SnsAutoStrings = typeof english

const korean: SnsAutoStrings = {
  timesTitle: '이번 주 추천 게시 시간',
  captionsTitle: '골라 쓰는 캡션',
  planTitle: '한 달 콘텐츠 계획',
  schedule: '예약',
  plan: '계획에 추가',
  confidence: (percent) => `확신도 ${percent}%`,
  length: (count, limit) => `${limit}자 중 ${count}자`,
  platform: {
    instagram: '인스타그램',
    tiktok: '틱톡',
    youtube: '유튜브',
    facebook: '페이스북',
    x: 'X',
    threads: '스레드',
    linkedin: '링크드인',
  },
}

export const snsAutoStrings = { en: english, ko: korean }
