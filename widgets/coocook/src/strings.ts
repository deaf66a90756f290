import type { Course } from './context.ts'

const english = {
  chefTitle: 'Chefs for your evening',
  menuTitle: 'A menu for your table',
  reviewTitle: 'A start for your review',
  choose: 'Choose',
  add: 'Add',
  use: 'Use',
  match: (percent: number) => `${percent}% match`,
  rating: (value: string) => `Rated ${value} of 5`,
  atArrival: 'On arrival',
  afterMinutes: (minutes: number) =>
    minutes < 60 ? `+${minutes} min` : `+${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${minutes % 60} min` : ''}`,
  plating: (order: number) => `Plate ${order}`,
  course: {
    appetizer: 'Appetizer',
    soup: 'Soup',
    salad: 'Salad',
    main: 'Main',
    side: 'Side',
    dessert: 'Dessert',
    drink: 'Drink',
  } satisfies Record<Course, string> as Record<Course, string>,
}

export type CoocookStrings = typeof english

const korean: CoocookStrings = {
  chefTitle: '오늘 저녁에 어울리는 셰프',
  menuTitle: '상차림에 어울리는 메뉴',
  reviewTitle: '후기 초안',
  choose: '선택',
  add: '추가',
  use: '사용',
  match: (percent) => `${percent}% 일치`,
  rating: (value) => `5점 만점에 ${value}점`,
  atArrival: '도착 직후',
  afterMinutes: (minutes) =>
    minutes < 60 ? `+${minutes}분` : `+${Math.floor(minutes / 60)}시간${minutes % 60 ? ` ${minutes % 60}분` : ''}`,
  plating: (order) => `${order}번째 상차림`,
  course: { appetizer: '전채', soup: '수프', salad: '샐러드', main: '메인', side: '곁들임', dessert: '디저트', drink: '음료' },
}

export const coocookStrings = { en: english, ko: korean }
