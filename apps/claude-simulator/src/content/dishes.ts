import type { Bank, Entry } from './entry.ts'

const dish = (course: string, title: string, body: string, timing: string, diet: 'plants' | 'any' = 'plants'): Entry => ({
  title,
  body,
  course,
  timing,
  diet,
})

const italian: Bank = {
  en: [
    dish('starter', 'Burrata with roasted peaches', 'Served cold on a wide plate, basil oil last.', 'On the table as guests arrive'),
    dish('starter', 'Fennel and blood orange salad', 'Shaved thin and dressed at the table.', '10 minutes after guests sit down'),
    dish('pasta', 'Saffron risotto with lemon zest', 'Spread flat on warm plates, zest on top.', '30 minutes in, stirred to order'),
    dish('main', 'Aubergine parmigiana', 'Baked ahead, rested, cut in squares.', '55 minutes in, out of the oven'),
    dish('main', 'Sea bass in parchment', 'Opened at the table for the steam.', '55 minutes in, baked for 14 minutes', 'any'),
    dish('side', 'Charred broccolini with almonds', 'Passed round in one shared bowl.', 'Together with the main course'),
    dish('dessert', 'Olive oil cake with mascarpone', 'One slice, one spoon of cream, berries.', '95 minutes in, with coffee'),
    dish('dessert', 'Lemon granita', 'In chilled glasses straight from the freezer.', 'To close, 110 minutes in'),
  ],
  ko: [
    dish('starter', '구운 복숭아와 부라타', '넓은 접시에 차갑게 담고 바질 오일로 마무리해요.', '손님이 도착할 때 바로'),
    dish('starter', '펜넬 오렌지 샐러드', '얇게 썰어 자리에서 드레싱을 뿌려요.', '착석 10분 뒤'),
    dish('pasta', '레몬 제스트 사프란 리소토', '따뜻한 접시에 넓게 펴 담아요.', '시작 30분 뒤'),
    dish('main', '가지 파르미자나', '미리 구워 한 김 식힌 뒤 네모나게 썰어요.', '시작 55분 뒤'),
    dish('main', '종이에 싸서 구운 농어', '식탁에서 열어 향을 살려요.', '시작 55분 뒤', 'any'),
    dish('side', '아몬드를 곁들인 구운 브로콜리니', '큰 그릇에 담아 함께 나눠요.', '메인과 함께'),
    dish('dessert', '올리브유 케이크와 마스카르포네', '케이크 한 조각에 크림과 베리를 올려요.', '시작 95분 뒤, 커피와 함께'),
    dish('dessert', '레몬 그라니타', '차게 식힌 잔에 담아요.', '마지막, 시작 110분 뒤'),
  ],
}

const korean: Bank = {
  en: [
    dish('starter', 'Chilled mung bean jelly with vegetables', 'Cut in ribbons, colours side by side.', 'On the table as guests arrive'),
    dish(
      'starter',
      'Crisp zucchini and scallion pancake',
      'Cut in wedges, dipping sauce in the middle.',
      '15 minutes after guests sit down',
    ),
    dish('soup', 'Clear radish and tofu soup', 'Small lidded bowls, pepper threads on top.', '25 minutes in'),
    dish('main', 'Braised soy short ribs', 'Stacked in a warm stone bowl, pine nuts on top.', '50 minutes in', 'any'),
    dish('main', 'Mushroom bibimbap in a hot stone bowl', 'Mixed at the table, sauce on the side.', '50 minutes in'),
    dish('side', 'Five seasonal banchan', 'Shared small plates along the table.', 'From the start, refilled once'),
    dish('dessert', 'Sikhye sorbet with jujube chips', 'One scoop in a chilled cup.', '95 minutes in'),
  ],
  ko: [
    dish('starter', '탕평채', '오색 고명을 나란히 돌려 담아요.', '손님이 도착할 때 바로'),
    dish('starter', '애호박 파전', '한입 크기로 썰어 가운데 간장을 놓아요.', '착석 15분 뒤'),
    dish('soup', '맑은 무 두부국', '뚜껑 있는 작은 그릇에 실고추를 올려요.', '시작 25분 뒤'),
    dish('main', '간장 갈비찜', '따뜻한 돌그릇에 담고 잣을 올려요.', '시작 50분 뒤', 'any'),
    dish('main', '버섯 돌솥비빔밥', '식탁에서 비비고 양념장은 따로 내요.', '시작 50분 뒤'),
    dish('side', '제철 반찬 다섯 가지', '작은 접시에 나눠 상 가운데 놓아요.', '처음부터, 한 번 더 채워서'),
    dish('dessert', '식혜 셔벗과 대추칩', '차가운 잔에 한 스쿱 담아요.', '시작 95분 뒤'),
  ],
}

const seasonal: Bank = {
  en: [
    dish(
      'starter',
      'Beetroot carpaccio with horseradish cream',
      'Overlapping slices, herbs in the centre.',
      'On the table as guests arrive',
    ),
    dish('starter', 'Warm flatbread with three dips', 'One board between two guests.', '10 minutes after guests sit down'),
    dish('soup', 'Roasted pumpkin soup', 'Poured at the table over toasted seeds.', '25 minutes in'),
    dish('main', 'Slow roasted chicken with preserved lemon', 'Carved in the kitchen, juices on the side.', '55 minutes in', 'any'),
    dish('main', 'Celeriac steak with green pepper sauce', 'One thick slice, sauce underneath.', '55 minutes in'),
    dish('side', 'Potatoes with rosemary and sea salt', 'In the pan, in the middle of the table.', 'Together with the main course'),
    dish('dessert', 'Dark chocolate pots with orange', 'Small glasses, peel on top.', '95 minutes in'),
  ],
  ko: [
    dish('starter', '비트 카르파초와 홀스래디시 크림', '얇게 겹쳐 담고 가운데 허브를 올려요.', '손님이 도착할 때 바로'),
    dish('starter', '따뜻한 플랫브레드와 딥 세 가지', '두 명당 보드 하나씩 내요.', '착석 10분 뒤'),
    dish('soup', '구운 단호박 수프', '볶은 씨앗 위에 식탁에서 부어요.', '시작 25분 뒤'),
    dish('main', '레몬 로스트 치킨', '주방에서 썰고 육즙은 따로 내요.', '시작 55분 뒤', 'any'),
    dish('main', '셀러리악 스테이크', '두껍게 한 조각, 소스는 아래에 깔아요.', '시작 55분 뒤'),
    dish('side', '로즈메리 감자구이', '팬째로 식탁 가운데 놓아요.', '메인과 함께'),
    dish('dessert', '오렌지 다크 초콜릿 포트', '작은 잔에 담고 껍질을 올려요.', '시작 95분 뒤'),
  ],
}

export const dishes = { italian, korean, seasonal }
