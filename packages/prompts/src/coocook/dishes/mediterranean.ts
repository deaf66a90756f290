import type { Dish } from './dish.ts'

export const mediterranean: readonly Dish[] = [
  {
    course: 'appetizer',
    contains: [],
    en: ['Hummus with vegetables', 'Chickpeas, sesame paste and lemon with raw vegetables to dip'],
    ko: ['후무스와 생채소', '병아리콩과 참깨 페이스트, 레몬으로 만든 스프레드와 생채소'],
  },
  {
    course: 'appetizer',
    contains: ['gluten', 'dairy', 'egg'],
    en: ['Spanakopita', 'Filo parcels with spinach, feta and dill'],
    ko: ['스파나코피타', '시금치와 페타 치즈, 딜을 넣은 필로 파이'],
  },
  {
    course: 'soup',
    contains: [],
    en: ['Red lentil soup', 'Red lentils with cumin, tomato and a squeeze of lemon'],
    ko: ['붉은 렌틸 수프', '커민과 토마토, 레몬즙을 넣은 붉은 렌틸 수프'],
  },
  {
    course: 'salad',
    contains: [],
    en: ['Quinoa tabbouleh', 'Parsley, mint, tomato and quinoa with lemon and olive oil'],
    ko: ['퀴노아 타불레', '파슬리, 민트, 토마토, 퀴노아에 레몬과 올리브유를 더한 샐러드'],
  },
  {
    course: 'salad',
    contains: ['dairy'],
    en: ['Greek salad', 'Tomato, cucumber, olives and feta with oregano'],
    ko: ['그리스식 샐러드', '토마토, 오이, 올리브, 페타 치즈에 오레가노를 뿌린 샐러드'],
  },
  {
    course: 'main',
    contains: ['fish'],
    en: ['Grilled sea bream', 'Whole bream from the grill with lemon, oregano and olive oil'],
    ko: ['도미 구이', '레몬과 오레가노, 올리브유로 구운 통도미'],
  },
  {
    course: 'main',
    contains: [],
    en: ['Stuffed peppers', 'Peppers baked with rice, tomato, dill and currants'],
    ko: ['속을 채운 파프리카', '쌀과 토마토, 딜, 건포도를 채워 구운 파프리카'],
  },
  {
    course: 'main',
    contains: ['meat'],
    en: ['Lamb souvlaki', 'Skewers of lamb with lemon, oregano and grilled tomatoes'],
    ko: ['양고기 수블라키', '레몬과 오레가노에 재워 토마토와 구운 양고기 꼬치'],
  },
  {
    course: 'main',
    contains: ['shellfish', 'dairy'],
    en: ['Prawn saganaki', 'Prawns in tomato sauce with feta and parsley'],
    ko: ['새우 사가나키', '토마토소스에 페타 치즈와 파슬리를 넣고 익힌 새우'],
  },
  {
    course: 'side',
    contains: [],
    en: ['Baked giant beans', 'Giant white beans in tomato with celery and bay leaf'],
    ko: ['흰강낭콩 토마토 구이', '셀러리와 월계수 잎을 넣은 토마토소스에 구운 흰강낭콩'],
  },
  {
    course: 'dessert',
    contains: [],
    en: ['Oranges with cinnamon', 'Orange slices with cinnamon, mint and orange blossom water'],
    ko: ['시나몬 오렌지', '시나몬과 민트, 오렌지 꽃물을 더한 오렌지'],
  },
  {
    course: 'dessert',
    contains: ['gluten', 'nuts', 'honey', 'dairy'],
    en: ['Baklava', 'Filo layers with walnuts, butter and honey syrup'],
    ko: ['바클라바', '호두와 버터를 켜켜이 넣고 꿀 시럽을 부은 필로 과자'],
  },
  {
    course: 'drink',
    contains: [],
    en: ['Mint lemonade', 'Lemon juice, fresh mint and cold water with a little sugar'],
    ko: ['민트 레모네이드', '레몬즙과 생민트, 찬물에 설탕을 조금 넣은 음료'],
  },
]
