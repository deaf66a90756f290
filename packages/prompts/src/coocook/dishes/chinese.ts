import type { Dish } from './dish.ts'

export const chinese: readonly Dish[] = [
  {
    course: 'appetizer',
    contains: [],
    en: ['Smashed cucumber', 'Cucumber with garlic, rice vinegar, chilli oil and sesame'],
    ko: ['오이 마늘 무침', '두드린 오이에 마늘과 쌀식초, 고추기름, 참깨를 버무린 냉채'],
  },
  {
    course: 'appetizer',
    contains: ['shellfish', 'gluten'],
    en: ['Har gow', 'Steamed dumplings of prawn in a thin wheat starch skin'],
    ko: ['하가우', '얇은 밀 전분 피에 새우를 넣어 찐 만두'],
  },
  {
    course: 'soup',
    contains: [],
    en: ['Winter melon soup', 'Winter melon and shiitake in clear vegetable stock with ginger'],
    ko: ['동과 표고 수프', '맑은 채소 육수에 동과와 표고, 생강을 넣고 끓인 수프'],
  },
  {
    course: 'salad',
    contains: [],
    en: ['Wood ear mushroom salad', 'Wood ear mushrooms with coriander, rice vinegar and sesame oil'],
    ko: ['목이버섯 냉채', '목이버섯에 고수와 쌀식초, 참기름을 더한 냉채'],
  },
  {
    course: 'main',
    contains: ['pork', 'gluten'],
    en: ['Mapo tofu', 'Soft tofu with minced pork, chilli bean paste and Sichuan pepper'],
    ko: ['마파두부', '다진 돼지고기와 두반장, 화자오로 익힌 연두부'],
  },
  {
    course: 'main',
    contains: [],
    en: ['Tofu and broccoli in ginger sauce', 'Tofu and broccoli from the wok with ginger and tamari, with rice'],
    ko: ['생강 두부 브로콜리 볶음', '두부와 브로콜리를 생강과 타마리로 센 불에 볶아 밥과 내는 요리'],
  },
  {
    course: 'main',
    contains: ['fish', 'gluten'],
    en: ['Steamed sea bass with ginger', 'Whole sea bass steamed with ginger, spring onion and soy sauce'],
    ko: ['생강 농어찜', '생강과 파, 간장으로 맛을 낸 통농어찜'],
  },
  {
    course: 'main',
    contains: ['meat', 'nuts', 'gluten'],
    en: ['Kung pao chicken', 'Chicken with dried chillies, peanuts and soy sauce'],
    ko: ['궁보계정', '말린 고추와 땅콩, 간장으로 볶은 닭고기'],
  },
  {
    course: 'side',
    contains: [],
    en: ['Bok choy with garlic', 'Bok choy tossed in the wok with garlic and salt'],
    ko: ['마늘 청경채 볶음', '마늘과 소금으로 센 불에 볶은 청경채'],
  },
  {
    course: 'dessert',
    contains: [],
    en: ['Red bean soup', 'Sweet red beans with dried mandarin peel, served warm'],
    ko: ['단팥죽', '귤피를 넣고 달콤하게 끓여 따뜻하게 내는 팥 디저트'],
  },
  {
    course: 'dessert',
    contains: ['gluten', 'dairy', 'egg'],
    en: ['Egg tarts', 'Short pastry with a soft egg and milk custard'],
    ko: ['에그 타르트', '달걀과 우유 커스터드를 채운 페이스트리'],
  },
  {
    course: 'drink',
    contains: [],
    en: ['Chrysanthemum tea', 'Dried chrysanthemum flowers steeped with rock sugar'],
    ko: ['국화차', '말린 국화에 얼음설탕을 넣어 우린 차'],
  },
]
