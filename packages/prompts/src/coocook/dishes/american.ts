import type { Dish } from './dish.ts'

export const american: readonly Dish[] = [
  {
    course: 'appetizer',
    contains: [],
    en: ['Smoky sweet potato wedges', 'Sweet potatoes roasted with smoked paprika, with tomato relish'],
    ko: ['훈제 파프리카 고구마 구이', '훈제 파프리카를 뿌려 구운 고구마와 토마토 렐리시'],
  },
  {
    course: 'appetizer',
    contains: ['shellfish', 'gluten', 'egg'],
    en: ['Maryland crab cakes', 'Crab bound with egg and breadcrumbs, pan-fried, with lemon'],
    ko: ['메릴랜드 크랩 케이크', '게살을 달걀과 빵가루로 빚어 지진 요리'],
  },
  {
    course: 'soup',
    contains: [],
    en: ['Corn and pepper chowder', 'Sweetcorn, potatoes and red peppers blended without cream'],
    ko: ['옥수수 파프리카 차우더', '옥수수, 감자, 붉은 파프리카를 크림 없이 갈아 만든 차우더'],
  },
  {
    course: 'salad',
    contains: [],
    en: ['Black-eyed pea salad', 'Black-eyed peas with tomato, peppers, lime and coriander'],
    ko: ['동부콩 샐러드', '동부콩에 토마토와 파프리카, 라임, 고수를 더한 샐러드'],
  },
  {
    course: 'main',
    contains: ['meat', 'gluten', 'dairy'],
    en: ['Buttermilk fried chicken', 'Chicken soaked in buttermilk, in a seasoned flour crust'],
    ko: ['버터밀크 프라이드치킨', '버터밀크에 재워 양념 밀가루를 입혀 튀긴 닭고기'],
  },
  {
    course: 'main',
    contains: [],
    en: ['Three-bean chilli with rice', 'Kidney, pinto and black beans in smoked chilli and tomato, with rice'],
    ko: ['세 가지 콩 칠리와 쌀밥', '강낭콩, 핀토콩, 검은콩을 훈제 고추와 토마토에 끓여 쌀밥과 내는 칠리'],
  },
  {
    course: 'main',
    contains: ['fish'],
    en: ['Cedar plank salmon', 'Salmon roasted on cedar wood with maple syrup and black pepper'],
    ko: ['삼나무 판 연어구이', '메이플 시럽과 후추를 발라 삼나무 판에 구운 연어'],
  },
  {
    course: 'main',
    contains: ['gluten', 'dairy'],
    en: ['Baked macaroni and cheese', 'Macaroni in cheddar sauce under a crust of breadcrumbs'],
    ko: ['맥 앤드 치즈 그라탱', '체더 치즈 소스에 버무려 빵가루를 올려 구운 마카로니'],
  },
  {
    course: 'main',
    contains: ['pork'],
    en: ['Pulled pork with slaw', 'Pork shoulder smoked slowly, with cabbage in cider vinegar'],
    ko: ['풀드포크와 양배추 절임', '천천히 훈연한 돼지 어깨살과 사과식초에 절인 양배추'],
  },
  {
    course: 'side',
    contains: [],
    en: ['Corn on the cob with lime', 'Grilled corn with lime juice, chilli and smoked salt'],
    ko: ['라임 옥수수 구이', '라임즙과 고추, 훈제 소금을 뿌려 구운 옥수수'],
  },
  {
    course: 'dessert',
    contains: [],
    en: ['Baked cinnamon apples', 'Apples baked whole with cinnamon, brown sugar and raisins'],
    ko: ['시나몬 사과 구이', '시나몬과 흑설탕, 건포도를 넣어 통째로 구운 사과'],
  },
  {
    course: 'dessert',
    contains: ['dairy', 'egg', 'gluten'],
    en: ['New York cheesecake', 'Cream cheese and eggs baked on a biscuit base'],
    ko: ['뉴욕 치즈케이크', '비스킷 바닥에 크림치즈와 달걀을 부어 구운 케이크'],
  },
  {
    course: 'drink',
    contains: [],
    en: ['Iced peach tea', 'Black tea with ripe peach and lemon over ice'],
    ko: ['아이스 복숭아차', '홍차에 잘 익은 복숭아와 레몬을 넣고 얼음을 띄운 음료'],
  },
]
