import type { Dish } from './dish.ts'

export const indian: readonly Dish[] = [
  {
    course: 'appetizer',
    contains: [],
    en: ['Onion bhaji', 'Onions in spiced chickpea batter, fried in vegetable oil'],
    ko: ['양파 바지', '향신료를 넣은 병아리콩 반죽을 입혀 식물성 기름에 튀긴 양파'],
  },
  {
    course: 'appetizer',
    contains: ['dairy'],
    en: ['Paneer tikka', 'Fresh cheese marinated in yoghurt and spices, grilled with peppers'],
    ko: ['파니르 티카', '요거트와 향신료에 재워 파프리카와 구운 생치즈'],
  },
  {
    course: 'soup',
    contains: [],
    en: ['Tomato rasam', 'Thin tomato and tamarind soup with black pepper and cumin'],
    ko: ['토마토 라삼', '토마토와 타마린드에 후추, 커민을 넣은 맑은 수프'],
  },
  {
    course: 'salad',
    contains: [],
    en: ['Kachumber', 'Cucumber, tomato and onion with lemon, mint and roasted cumin'],
    ko: ['카춤베르', '오이, 토마토, 양파에 레몬과 민트, 볶은 커민을 더한 샐러드'],
  },
  {
    course: 'main',
    contains: ['meat', 'dairy', 'nuts'],
    en: ['Butter chicken', 'Chicken in a tomato sauce with butter, cream and cashews'],
    ko: ['버터 치킨', '버터와 크림, 캐슈너트를 넣은 토마토소스에 익힌 닭고기'],
  },
  {
    course: 'main',
    contains: [],
    en: ['Chana masala with basmati', 'Chickpeas in tomato, ginger and garam masala, with basmati rice'],
    ko: ['차나 마살라와 바스마티 쌀밥', '토마토와 생강, 가람 마살라로 익힌 병아리콩과 바스마티 쌀밥'],
  },
  {
    course: 'main',
    contains: ['fish'],
    en: ['Bengali mustard fish', 'White fish in a sauce of mustard seeds, turmeric and green chilli'],
    ko: ['벵골식 겨자 생선 커리', '겨자씨와 강황, 풋고추 소스에 익힌 흰살생선'],
  },
  {
    course: 'main',
    contains: ['meat'],
    en: ['Lamb rogan josh', 'Lamb braised with Kashmiri chilli, fennel and ginger'],
    ko: ['양고기 로간 조시', '카슈미르 고추와 회향, 생강을 넣고 푹 익힌 양고기'],
  },
  {
    course: 'side',
    contains: [],
    en: ['Aloo gobi', 'Cauliflower and potatoes with turmeric and cumin seeds'],
    ko: ['알루 고비', '강황과 커민 씨를 넣고 볶은 콜리플라워와 감자'],
  },
  {
    course: 'side',
    contains: ['gluten', 'dairy'],
    en: ['Garlic naan', 'Leavened wheat bread with yoghurt, garlic and butter'],
    ko: ['갈릭 난', '요거트 반죽에 마늘과 버터를 발라 구운 빵'],
  },
  {
    course: 'dessert',
    contains: [],
    en: ['Mango with cardamom', 'Ripe mango with lime juice, cardamom and mint'],
    ko: ['카다멈 망고', '잘 익은 망고에 라임즙과 카다멈, 민트를 더한 디저트'],
  },
  {
    course: 'dessert',
    contains: ['dairy', 'gluten'],
    en: ['Gulab jamun', 'Fried milk dumplings in rose and cardamom syrup'],
    ko: ['굴랍 자문', '우유 반죽을 튀겨 장미와 카다멈 시럽에 담근 디저트'],
  },
  {
    course: 'drink',
    contains: [],
    en: ['Nimbu pani', 'Fresh lime with water, sugar, salt and roasted cumin'],
    ko: ['님부 파니', '라임즙에 물과 설탕, 소금, 볶은 커민을 넣은 음료'],
  },
]
