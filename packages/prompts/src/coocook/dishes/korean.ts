import type { Dish } from './dish.ts'

export const korean: readonly Dish[] = [
  {
    course: 'appetizer',
    contains: [],
    en: ['Gim bugak', 'Seaweed crisps brushed with glutinous rice paste, dried and toasted'],
    ko: ['김부각', '찹쌀풀을 발라 말린 뒤 바삭하게 구운 김'],
  },
  {
    course: 'appetizer',
    contains: ['egg', 'gluten'],
    en: ['Hobakjeon', 'Courgette slices in a light egg batter, pan-fried until golden'],
    ko: ['호박전', '애호박에 밀가루와 달걀옷을 입혀 노릇하게 부친 전'],
  },
  {
    course: 'soup',
    contains: [],
    en: ['Perilla potato soup', 'Potatoes and mushrooms in kelp stock, thickened with ground perilla seeds'],
    ko: ['들깨 감자국', '다시마 육수에 감자와 버섯을 넣고 들깻가루로 끓인 국'],
  },
  {
    course: 'soup',
    contains: ['fish', 'gluten'],
    en: ['Doenjang jjigae', 'Soybean paste stew with tofu and courgette in anchovy stock'],
    ko: ['된장찌개', '멸치 육수에 두부와 애호박을 넣고 끓인 찌개'],
  },
  {
    course: 'salad',
    contains: [],
    en: ['Oi muchim', 'Cucumber tossed with chilli flakes, rice vinegar and sesame'],
    ko: ['오이무침', '고춧가루, 현미식초, 참깨로 새콤하게 무친 오이'],
  },
  {
    course: 'main',
    contains: ['meat', 'gluten'],
    en: ['Bulgogi', 'Thin slices of beef marinated in soy sauce and pear, grilled'],
    ko: ['불고기', '간장과 배즙에 재워 구운 얇은 소고기'],
  },
  {
    course: 'main',
    contains: ['fish'],
    en: ['Godeungeo gui', 'Mackerel salted and grilled, with radish and lemon'],
    ko: ['고등어구이', '소금을 뿌려 구운 고등어와 무, 레몬'],
  },
  {
    course: 'main',
    contains: [],
    en: ['Stone-pot bibimbap with greens', 'Rice with five seasoned vegetables, salt and sesame oil, crisped in a hot stone pot'],
    ko: ['산채 돌솥비빔밥', '소금과 참기름으로 무친 나물 다섯 가지를 올린 돌솥밥'],
  },
  {
    course: 'main',
    contains: ['gluten'],
    en: ['Mushroom japchae', 'Sweet potato noodles with mushrooms, spinach and soy sauce'],
    ko: ['버섯잡채', '버섯과 시금치를 넣고 간장으로 볶은 당면'],
  },
  {
    course: 'side',
    contains: [],
    en: ['Sigeumchi namul', 'Blanched spinach with garlic, salt and toasted sesame'],
    ko: ['시금치나물', '데친 시금치를 마늘, 소금, 참깨로 무친 나물'],
  },
  {
    course: 'dessert',
    contains: [],
    en: ['Baesuk', 'Pear poached with ginger, peppercorns and sugar, served cool'],
    ko: ['배숙', '생강과 통후추, 설탕을 넣고 익혀 차게 낸 배'],
  },
  {
    course: 'dessert',
    contains: ['gluten', 'honey'],
    en: ['Yakgwa', 'Fried wheat cookies soaked in honey and ginger'],
    ko: ['약과', '꿀과 생강즙에 재운 밀가루 과자'],
  },
  {
    course: 'drink',
    contains: [],
    en: ['Green plum tea', 'Green plum syrup with cold water and ice'],
    ko: ['매실차', '매실청을 찬물에 타서 얼음과 함께 낸 음료'],
  },
]
