import type { Course } from './context.ts'

const english = {
  chefTitle: 'Chefs for your evening',
  menuTitle: 'A menu for your table',
  reviewTitle: 'A start for your review',
  choose: 'Choose',
  add: 'Add',
  match: (percent: number) => `${percent}% match`,
  atArrival: 'On arrival',
  afterMinutes: (minutes: number) =>
    minutes < 60 ? `+${minutes} min` : `+${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${minutes % 60} min` : ''}`,
  plating: (order: number) => `Plate ${order}`,
  // English names are the ids themselves; the style capitalises them.
  course: {} as Partial<Record<Course, string>>,
}

type CoocookStrings = typeof english

const korean: CoocookStrings = {
  chefTitle: '오늘 저녁에 어울리는 셰프',
  menuTitle: '상차림에 어울리는 메뉴',
  reviewTitle: '후기 초안',
  choose: '선택',
  add: '추가',
  match: (percent) => `${percent}% 일치`,
  atArrival: '도착 직후',
  afterMinutes: (minutes) =>
    minutes < 60 ? `+${minutes}분` : `+${Math.floor(minutes / 60)}시간${minutes % 60 ? ` ${minutes % 60}분` : ''}`,
  plating: (order) => `${order}번째 상차림`,
  course: { appetizer: '전채', soup: '수프', salad: '샐러드', main: '메인', side: '곁들임', dessert: '디저트', drink: '음료' },
}

export const coocookStrings = { en: english, ko: korean }
