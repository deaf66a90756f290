import type { Looks } from '../art/portrait.tsx'
import type { Language } from '../preferences/use-preferences.ts'

export interface Person {
  id: string
  name: Record<Language, string>
  niche: Record<Language, string>
  reach: number
  /** In percent */
  engagementRate: number
  /** Whole US dollars for one post, as last agreed. */
  usdPerPost: number
  looks: Looks
}

export const people: readonly Person[] = [
  {
    id: 'inf-203',
    name: { en: 'Seoyeon Han', ko: '한서연' },
    niche: { en: 'Morning routines and skincare', ko: '아침 루틴과 스킨케어' },
    reach: 22_500,
    engagementRate: 6.1,
    usdPerPost: 320,
    looks: { skin: '#f2cfae', hair: '#2a1d18', hairStyle: 'bob', wears: 'nothing', coat: '#ffb59b', backdrop: '#ffe1d2' },
  },
  {
    id: 'inf-118',
    name: { en: 'Marcus Bell', ko: '마커스 벨' },
    niche: { en: 'Office life in ten seconds', ko: '10초로 보는 직장 일상' },
    reach: 310_000,
    engagementRate: 1.8,
    usdPerPost: 2_900,
    looks: { skin: '#8a5a3c', hair: '#1d1512', hairStyle: 'short', wears: 'nothing', beard: true, coat: '#3a2bd8', backdrop: '#cdd6ff' },
  },
  {
    id: 'inf-042',
    name: { en: 'Inés Ortega', ko: '이네스 오르테가' },
    niche: { en: 'Cosmetic ingredients, explained', ko: '화장품 성분 풀이' },
    reach: 64_000,
    engagementRate: 4.2,
    usdPerPost: 780,
    looks: { skin: '#e8b892', hair: '#4b2e1f', hairStyle: 'bun', wears: 'nothing', glasses: true, coat: '#f4f1ff', backdrop: '#d7f0e4' },
  },
  {
    id: 'inf-377',
    name: { en: 'Noah Lindqvist', ko: '노아 린드크비스트' },
    niche: { en: 'Gym bag and recovery', ko: '운동 가방과 회복 루틴' },
    reach: 12_400,
    engagementRate: 5.4,
    usdPerPost: 190,
    looks: { skin: '#f0c9a6', hair: '#d9a861', hairStyle: 'curly', wears: 'nothing', coat: '#2f7d6b', backdrop: '#fff0c7' },
  },
  {
    id: 'inf-256',
    name: { en: 'Jiwoo Park', ko: '박지우' },
    niche: { en: 'Weeknight recipes for one', ko: '1인 가구 평일 집밥' },
    reach: 48_000,
    engagementRate: 4.6,
    usdPerPost: 610,
    looks: { skin: '#f3d3b4', hair: '#1f1814', hairStyle: 'long', wears: 'nothing', coat: '#fff4dd', backdrop: '#ffd9a8' },
  },
  {
    id: 'inf-090',
    name: { en: 'Amara Okafor', ko: '아마라 오카포르' },
    niche: { en: 'Beauty under five minutes', ko: '5분 뷰티' },
    reach: 145_000,
    engagementRate: 3.1,
    usdPerPost: 1_650,
    looks: { skin: '#6f452d', hair: '#15100d', hairStyle: 'curly', wears: 'nothing', coat: '#f0553d', backdrop: '#e6dcff' },
  },
  {
    id: 'inf-311',
    name: { en: 'Leila Haddad', ko: '레일라 하다드' },
    niche: { en: 'Careers and first flats', ko: '커리어와 첫 자취방' },
    reach: 87_000,
    engagementRate: 3.9,
    usdPerPost: 940,
    looks: { skin: '#dba980', hair: '#7b6cf0', hairStyle: 'long', wears: 'headscarf', coat: '#fdf0ea', backdrop: '#d8ecff' },
  },
  {
    id: 'inf-428',
    name: { en: 'Theo Marchetti', ko: '테오 마르케티' },
    niche: { en: 'Gadgets for small desks', ko: '작은 책상을 위한 전자기기' },
    reach: 205_000,
    engagementRate: 2.2,
    usdPerPost: 2_050,
    looks: {
      skin: '#eec09a',
      hair: '#5a3a26',
      hairStyle: 'bald',
      wears: 'nothing',
      beard: true,
      glasses: true,
      coat: '#22303f',
      backdrop: '#dfe6ec',
    },
  },
]
