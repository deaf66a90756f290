import type { Dish } from './dish.ts'

export const french: readonly Dish[] = [
  {
    course: 'appetizer',
    contains: [],
    en: ['Crudités with olive tapenade', 'Raw vegetables with a paste of black olives, capers and olive oil, without anchovies'],
    ko: ['올리브 타프나드와 생채소', '블랙 올리브와 케이퍼, 올리브유로 만든 스프레드와 생채소'],
  },
  {
    course: 'appetizer',
    contains: ['gluten', 'dairy', 'egg', 'pork'],
    en: ['Quiche Lorraine', 'Shortcrust tart with bacon, eggs and cream'],
    ko: ['키슈 로렌', '베이컨과 달걀, 크림을 채워 구운 타르트'],
  },
  {
    course: 'soup',
    contains: [],
    en: ['Leek and potato soup', 'Leeks and potatoes softened in olive oil and blended with vegetable stock'],
    ko: ['리크 감자 수프', '올리브유에 익힌 리크와 감자를 채소 육수와 곱게 간 수프'],
  },
  {
    course: 'salad',
    contains: [],
    en: ['Green lentil salad', 'Lentils with shallots, parsley, lemon juice and olive oil'],
    ko: ['그린 렌틸 샐러드', '렌틸콩에 샬롯과 파슬리, 레몬즙, 올리브유를 더한 샐러드'],
  },
  {
    course: 'salad',
    contains: ['dairy', 'nuts'],
    en: ['Goat cheese salad', 'Warm goat cheese with walnuts, pear and chicory'],
    ko: ['염소 치즈 샐러드', '따뜻한 염소 치즈에 호두와 배, 치커리를 곁들인 샐러드'],
  },
  {
    course: 'main',
    contains: ['meat', 'pork', 'alcohol'],
    en: ['Coq au vin', 'Chicken braised in red wine with bacon, mushrooms and small onions'],
    ko: ['코코뱅', '베이컨, 버섯, 작은 양파와 함께 레드 와인에 조린 닭고기'],
  },
  {
    course: 'main',
    contains: [],
    en: ['Ratatouille with Camargue rice', 'Aubergine, courgette, peppers and tomatoes stewed with thyme, with red rice'],
    ko: ['라타투유와 카마르그 쌀밥', '가지, 애호박, 파프리카, 토마토를 타임과 함께 뭉근히 익혀 붉은 쌀밥과 내는 요리'],
  },
  {
    course: 'main',
    contains: ['fish', 'gluten', 'dairy'],
    en: ['Sole meunière', 'Sole dusted with flour, browned in butter with lemon'],
    ko: ['서대 뫼니에르', '밀가루를 입혀 버터에 지지고 레몬을 곁들인 서대'],
  },
  {
    course: 'main',
    contains: ['dairy', 'gluten', 'egg'],
    en: ['Gruyère soufflé', 'Eggs and Gruyère baked until high and golden'],
    ko: ['그뤼예르 수플레', '달걀과 그뤼예르 치즈를 부풀려 구운 요리'],
  },
  {
    course: 'side',
    contains: [],
    en: ['Green beans with garlic', 'Fine beans with garlic, parsley and olive oil'],
    ko: ['마늘 껍질콩', '마늘과 파슬리, 올리브유로 볶은 가는 껍질콩'],
  },
  {
    course: 'dessert',
    contains: [],
    en: ['Poached pears', 'Pears in a syrup of vanilla pod and lemon'],
    ko: ['바닐라 배 조림', '바닐라 빈과 레몬 시럽에 익힌 배'],
  },
  {
    course: 'dessert',
    contains: ['dairy', 'egg'],
    en: ['Crème brûlée', 'Vanilla custard under a crust of burnt sugar'],
    ko: ['크렘 브륄레', '바닐라 커스터드 위에 설탕을 태워 올린 디저트'],
  },
  {
    course: 'drink',
    contains: [],
    en: ['Lemon verbena infusion', 'Fresh verbena leaves in hot water, without alcohol'],
    ko: ['레몬 버베나 차', '버베나 잎을 뜨거운 물에 우린 차'],
  },
]
