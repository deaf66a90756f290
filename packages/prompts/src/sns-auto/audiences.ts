import type { Locale } from '@inkling/contracts'

export const audiences = ['everyone', 'students', 'young-adults', 'parents', 'professionals', 'small-businesses', 'hobbyists'] as const
export type Audience = (typeof audiences)[number]

interface AudienceCustoms {
  name: Record<Locale, string>
  /** Weekdays, Sunday is 0, from the best to the worst for a post that should be seen. */
  weekdays: readonly number[]
  hashtags: Record<Locale, readonly [string, string, string]>
}

const leisure = [4, 2, 0, 3, 6, 1, 5]
const work = [2, 3, 4, 1, 5, 0, 6]

export const customsOfAudience: Record<Audience, AudienceCustoms> = {
  everyone: {
    name: { en: 'a broad audience', ko: '폭넓은 팔로워' },
    weekdays: leisure,
    hashtags: { en: ['#new', '#everyday', '#community'], ko: ['#새소식', '#일상', '#소통'] },
  },
  students: {
    name: { en: 'students', ko: '학생 팔로워' },
    weekdays: [0, 3, 1, 4, 2, 6, 5],
    hashtags: { en: ['#studentlife', '#campus', '#studybreak'], ko: ['#대학생', '#캠퍼스', '#공부하다쉬는시간'] },
  },
  'young-adults': {
    name: { en: 'young adults', ko: '20대 팔로워' },
    weekdays: leisure,
    hashtags: { en: ['#weeknights', '#thingstodo', '#goodfinds'], ko: ['#퇴근후', '#오늘의발견', '#취향기록'] },
  },
  parents: {
    name: { en: 'parents', ko: '부모 팔로워' },
    weekdays: [3, 1, 4, 2, 0, 6, 5],
    hashtags: { en: ['#familylife', '#parenting', '#kidsathome'], ko: ['#육아일상', '#육아소통', '#아이와함께'] },
  },
  professionals: {
    name: { en: 'professionals', ko: '직장인 팔로워' },
    weekdays: work,
    hashtags: { en: ['#worklife', '#careers', '#productivity'], ko: ['#직장인', '#커리어', '#일잘러'] },
  },
  'small-businesses': {
    name: { en: 'small businesses', ko: '소상공인 팔로워' },
    weekdays: work,
    hashtags: { en: ['#smallbusiness', '#shoplocal', '#ownerlife'], ko: ['#소상공인', '#자영업', '#가게운영'] },
  },
  hobbyists: {
    name: { en: 'hobbyists', ko: '취미를 즐기는 팔로워' },
    weekdays: [6, 0, 4, 3, 2, 1, 5],
    hashtags: { en: ['#hobby', '#makersgonnamake', '#weekendproject'], ko: ['#취미생활', '#취미기록', '#주말취미'] },
  },
}
