import type { Dish } from './dish.ts'

export const mexican: readonly Dish[] = [
  {
    course: 'appetizer',
    contains: [],
    en: ['Guacamole with corn chips', 'Avocado with lime, coriander and chilli, with corn tortilla chips'],
    ko: ['과카몰레와 옥수수칩', '아보카도에 라임과 고수, 고추를 더해 옥수수칩과 내는 전채'],
  },
  {
    course: 'appetizer',
    contains: ['fish'],
    en: ['Sea bass ceviche', 'Sea bass cured in lime juice with red onion and coriander'],
    ko: ['농어 세비체', '라임즙에 절인 농어와 적양파, 고수'],
  },
  {
    course: 'soup',
    contains: [],
    en: ['Black bean soup', 'Black beans with cumin, chipotle and lime, blended smooth'],
    ko: ['검은콩 수프', '커민과 치포틀레, 라임을 넣고 곱게 간 검은콩 수프'],
  },
  {
    course: 'salad',
    contains: [],
    en: ['Charred corn salad', 'Corn from the grill with lime, chilli and coriander'],
    ko: ['구운 옥수수 샐러드', '그릴에 구운 옥수수에 라임과 고추, 고수를 버무린 샐러드'],
  },
  {
    course: 'main',
    contains: ['meat', 'nuts'],
    en: ['Chicken mole', 'Chicken in a sauce of dried chillies, almonds and chocolate'],
    ko: ['닭고기 몰레', '말린 고추와 아몬드, 초콜릿 소스에 익힌 닭고기'],
  },
  {
    course: 'main',
    contains: [],
    en: ['Sweet potato and bean tacos', 'Corn tortillas with roasted sweet potato, black beans and tomato salsa'],
    ko: ['고구마 콩 타코', '옥수수 토르티야에 구운 고구마와 검은콩, 토마토 살사를 올린 타코'],
  },
  {
    course: 'main',
    contains: ['pork'],
    en: ['Carnitas tacos', 'Slow-cooked pork with pickled onion on corn tortillas'],
    ko: ['카르니타스 타코', '천천히 익힌 돼지고기와 절인 양파를 올린 옥수수 타코'],
  },
  {
    course: 'main',
    contains: ['dairy', 'gluten'],
    en: ['Mushroom quesadillas', 'Wheat tortillas with mushrooms, peppers and melted cheese'],
    ko: ['버섯 케사디야', '밀 토르티야에 버섯과 파프리카, 치즈를 넣어 구운 요리'],
  },
  {
    course: 'side',
    contains: [],
    en: ['Mexican red rice', 'Rice toasted and cooked with tomato, garlic and vegetable stock'],
    ko: ['멕시코식 토마토 밥', '쌀을 볶아 토마토와 마늘, 채소 육수로 지은 밥'],
  },
  {
    course: 'dessert',
    contains: [],
    en: ['Grilled pineapple', 'Pineapple from the grill with lime, chilli and brown sugar'],
    ko: ['파인애플 구이', '라임과 고추, 흑설탕을 뿌려 구운 파인애플'],
  },
  {
    course: 'dessert',
    contains: ['dairy', 'egg'],
    en: ['Flan', 'Caramel custard of milk and eggs'],
    ko: ['플란', '우유와 달걀로 만든 캐러멜 커스터드'],
  },
  {
    course: 'drink',
    contains: [],
    en: ['Hibiscus agua fresca', 'Hibiscus flowers steeped with lime and sugar, chilled'],
    ko: ['히비스커스 아과 프레스카', '히비스커스 꽃을 우려 라임과 설탕을 넣고 차게 식힌 음료'],
  },
]
