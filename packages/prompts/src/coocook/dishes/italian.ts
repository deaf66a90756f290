import type { Dish } from './dish.ts'

export const italian: readonly Dish[] = [
  {
    course: 'appetizer',
    contains: [],
    en: ['Caponata', 'Aubergine, celery, capers and olives in a sweet and sour tomato sauce'],
    ko: ['카포나타', '가지, 셀러리, 케이퍼, 올리브를 새콤달콤한 토마토소스에 조린 요리'],
  },
  {
    course: 'appetizer',
    contains: ['dairy'],
    en: ['Caprese', 'Tomatoes, mozzarella and basil with olive oil'],
    ko: ['카프레제', '토마토, 모차렐라, 바질에 올리브유를 두른 전채'],
  },
  {
    course: 'soup',
    contains: [],
    en: ['Minestrone with rice', 'Seasonal vegetables and borlotti beans with rice in vegetable stock'],
    ko: ['쌀 미네스트로네', '제철 채소와 콩, 쌀을 채소 육수에 끓인 수프'],
  },
  {
    course: 'salad',
    contains: [],
    en: ['Fennel and orange salad', 'Shaved fennel, orange segments and black olives with olive oil'],
    ko: ['펜넬 오렌지 샐러드', '얇게 썬 펜넬과 오렌지, 블랙 올리브에 올리브유를 곁들인 샐러드'],
  },
  {
    course: 'main',
    contains: ['meat', 'pork', 'alcohol', 'dairy'],
    en: ['Saltimbocca', 'Veal with prosciutto and sage in a butter and white wine sauce'],
    ko: ['살팀보카', '송아지 고기에 프로슈토와 세이지를 얹어 버터와 화이트 와인으로 익힌 요리'],
  },
  {
    course: 'main',
    contains: [],
    en: ['Mushroom risotto with olive oil', 'Carnaroli rice with porcini, vegetable stock, olive oil and parsley'],
    ko: ['올리브유 버섯 리소토', '포르치니 버섯과 채소 육수, 올리브유로 익힌 쌀 요리'],
  },
  {
    course: 'main',
    contains: ['gluten', 'dairy', 'egg'],
    en: ['Spinach and ricotta lasagne', 'Egg pasta sheets baked with spinach, ricotta and tomato'],
    ko: ['시금치 리코타 라자냐', '생면에 시금치, 리코타, 토마토를 켜켜이 얹어 구운 라자냐'],
  },
  {
    course: 'main',
    contains: ['fish'],
    en: ['Sea bass with lemon and herbs', 'Whole sea bass baked with lemon, rosemary and cherry tomatoes'],
    ko: ['레몬 허브 농어구이', '레몬, 로즈메리, 방울토마토와 함께 구운 농어'],
  },
  {
    course: 'side',
    contains: [],
    en: ['Rosemary potatoes', 'Potatoes roasted with rosemary, garlic and olive oil'],
    ko: ['로즈메리 감자구이', '로즈메리와 마늘, 올리브유로 구운 감자'],
  },
  {
    course: 'dessert',
    contains: [],
    en: ['Lemon granita', 'Frozen lemon juice and sugar, scraped to crystals'],
    ko: ['레몬 그라니타', '레몬즙과 설탕을 얼려 곱게 긁어낸 얼음 디저트'],
  },
  {
    course: 'dessert',
    contains: ['gluten', 'dairy', 'egg', 'alcohol'],
    en: ['Tiramisu', 'Sponge fingers with espresso, Marsala and mascarpone'],
    ko: ['티라미수', '에스프레소와 마르살라에 적신 과자와 마스카르포네 크림'],
  },
  {
    course: 'drink',
    contains: [],
    en: ['Blood orange cooler', 'Blood orange juice, soda and a sprig of rosemary, without alcohol'],
    ko: ['블러드 오렌지 쿨러', '블러드 오렌지즙과 탄산수에 로즈메리를 띄운 무알코올 음료'],
  },
]
