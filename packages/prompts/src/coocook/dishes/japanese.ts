import type { Dish } from './dish.ts'

export const japanese: readonly Dish[] = [
  {
    course: 'appetizer',
    contains: [],
    en: ['Edamame', 'Young soybeans boiled in the pod with sea salt'],
    ko: ['에다마메', '천일염을 뿌린 삶은 풋콩'],
  },
  {
    course: 'appetizer',
    contains: ['egg', 'fish', 'gluten'],
    en: ['Chawanmushi', 'Steamed savoury custard with dashi, soy sauce and shiitake'],
    ko: ['차완무시', '가다랑어 육수와 간장, 표고로 맛을 낸 일본식 달걀찜'],
  },
  {
    course: 'soup',
    contains: [],
    en: ['Kelp and shiitake broth', 'Clear kelp broth with shiitake and silken tofu, seasoned with tamari'],
    ko: ['다시마 표고 맑은국', '다시마 육수에 표고와 연두부를 넣고 타마리로 간한 맑은국'],
  },
  {
    course: 'salad',
    contains: [],
    en: ['Cucumber sunomono', 'Cucumber and wakame in rice vinegar with a little sugar and sesame'],
    ko: ['오이 스노모노', '오이와 미역을 쌀식초와 설탕, 참깨로 무친 요리'],
  },
  {
    course: 'main',
    contains: ['fish', 'gluten', 'alcohol'],
    en: ['Salmon teriyaki', 'Salmon glazed with soy sauce, mirin and ginger'],
    ko: ['연어 데리야키', '간장과 미림, 생강 소스로 윤기 나게 구운 연어'],
  },
  {
    course: 'main',
    contains: [],
    en: ['Tofu donburi', 'Rice bowl with seared tofu, aubergine and a tamari and ginger glaze'],
    ko: ['두부 덮밥', '구운 두부와 가지에 타마리 생강 소스를 얹은 덮밥'],
  },
  {
    course: 'main',
    contains: ['meat', 'gluten'],
    en: ['Chicken karaage', 'Chicken thigh marinated in soy sauce and ginger, fried crisp'],
    ko: ['닭고기 가라아게', '간장과 생강에 재워 바삭하게 튀긴 닭다리살'],
  },
  {
    course: 'main',
    contains: ['gluten', 'egg'],
    en: ['Vegetable tempura', 'Pumpkin, lotus root and green beans in a light egg batter'],
    ko: ['채소 튀김', '단호박, 연근, 껍질콩에 얇은 튀김옷을 입힌 덴푸라'],
  },
  {
    course: 'side',
    contains: [],
    en: ['Simmered daikon', 'Daikon cooked slowly in kelp stock with yuzu peel'],
    ko: ['무 조림', '다시마 육수에 천천히 익혀 유자 껍질을 올린 무'],
  },
  {
    course: 'dessert',
    contains: [],
    en: ['Red bean mochi', 'Glutinous rice cakes filled with sweet red beans'],
    ko: ['팥 모찌', '달콤한 팥소를 넣은 찹쌀떡'],
  },
  {
    course: 'dessert',
    contains: ['dairy', 'egg'],
    en: ['Matcha pudding', 'Set custard of milk, egg yolk and green tea'],
    ko: ['말차 푸딩', '우유와 달걀노른자, 녹차로 굳힌 푸딩'],
  },
  {
    course: 'drink',
    contains: [],
    en: ['Iced hojicha', 'Roasted green tea, brewed strong and poured over ice'],
    ko: ['아이스 호지차', '진하게 우려 얼음에 부은 볶은 녹차'],
  },
]
