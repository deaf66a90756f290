const english = {
  title: 'Suggestions, where people already work.',
  text: 'Inkling turns a small, typed context into a short suggestion and shows it inside the product. This playground embeds its widgets the way a customer would, and lays open how each answer was made.',
  language: 'Language',
  theme: { label: 'Appearance', system: 'Follow the system', light: 'Light', dark: 'Dark' },
  coocook: {
    kind: 'Chef booking platform',
    text: 'Three widgets on one page: chefs for the evening, a menu for the table, and a start for the review.',
    open: 'Open CooCook',
    picture: 'A laid table, with a suggestion in front',
    sampleTitle: 'Picked for your evening',
    sampleLabel: 'AI suggestion',
    sample: 'Vegetarian menus and fresh pasta; fits $75 a guest.',
    choose: 'Choose',
  },
  products: {
    snsAuto: {
      kind: 'Social scheduling',
      text: 'Captions that fit the platform, good times on the clock of the audience, and a calendar for the month.',
      open: 'Open SNS Auto',
    },
    webappBuilder: {
      kind: 'Coding bootcamp',
      text: 'A path through the courses, code explained line by line, and five next steps for a project.',
      open: 'Open WebApp Builder',
    },
  },
  tryTitle: 'What to try',
  tries: [
    ['Change a wish', 'Pick another cuisine or party size. The chefs are weighed anew, once your hand rests.'],
    ['Take it, take it back', 'Choose a chef, add a dish, use a section. Each can be undone, to the byte.'],
    [
      'Write down a phone number',
      'Put it into the few words of your review. It is taken out before the AI reads it, and stands in your draft all the same.',
    ],
    ['Ask twice', 'The second answer comes from the cache and costs nothing. Open “How this answer was made” and compare the stages.'],
    ['Become somebody else', 'Switch the user in the same panel: another person may see another prompt of the experiment.'],
    ['Turn it around', 'Korean, dark, a narrow window, the keyboard alone: every widget follows the page.'],
  ] as [string, string][],
  linksTitle: 'For developers and operators',
  links: [
    ['/states/', 'Every state', 'Loading, streaming, template, stale, off, offline: how a card behaves'],
    ['/api/docs', 'API', 'Every suggestion over plain HTTP, with examples'],
    ['/metrics', 'Metrics', 'Requests, tokens, money, latency'],
    ['/readyz', 'Readiness', 'What this server stands on'],
  ] as [string, string, string][],
}

export type OverviewWords = typeof english

const korean: OverviewWords = {
  title: '일하던 그 자리에서 만나는 추천.',
  text: 'Inkling은 작고 분명한 맥락을 짧은 추천으로 바꾸어 제품 안에서 바로 보여 줍니다. 이 플레이그라운드는 고객과 똑같은 방식으로 위젯을 심고, 답변 하나하나가 만들어진 과정까지 펼쳐 보입니다.',
  language: '언어',
  theme: { label: '화면 모드', system: '시스템 설정', light: '라이트', dark: '다크' },
  coocook: {
    kind: '셰프 예약 플랫폼',
    text: '한 페이지에 위젯 세 개: 오늘 저녁의 셰프, 상차림 메뉴, 그리고 후기의 첫머리.',
    open: 'CooCook 열기',
    picture: '차려진 식탁과 그 앞의 추천',
    sampleTitle: '이번 모임에 어울리는 셰프',
    sampleLabel: 'AI 추천',
    sample: '채식 메뉴와 생면 파스타, 1인당 75달러 예산에 알맞습니다.',
    choose: '선택',
  },
  products: {
    snsAuto: {
      kind: 'SNS 예약 서비스',
      text: '플랫폼에 맞는 캡션, 독자의 시계에 맞춘 게시 시간, 그리고 한 달의 콘텐츠 캘린더.',
      open: 'SNS Auto 열기',
    },
    webappBuilder: {
      kind: '코딩 부트캠프',
      text: '과정을 잇는 학습 경로, 한 줄씩 풀어 주는 코드 설명, 프로젝트의 다음 다섯 걸음.',
      open: 'WebApp Builder 열기',
    },
  },
  tryTitle: '이렇게 써 보세요',
  tries: [
    ['조건 바꾸기', '요리 종류나 인원을 바꿔 보세요. 손이 멈추면 셰프를 다시 견주어 추천합니다.'],
    ['담고, 되돌리기', '셰프를 고르고, 요리를 담고, 문단을 넣어 보세요. 무엇이든 글자 하나까지 그대로 되돌아갑니다.'],
    ['전화번호 적어 보기', '후기 한두 마디에 적어 보세요. AI가 읽기 전에 가려지지만 초안에는 그대로 남습니다.'],
    ['두 번 묻기', '두 번째 답변은 캐시에서 나오고 비용이 들지 않습니다. ‘이 답변이 만들어진 과정’을 열어 단계를 비교해 보세요.'],
    ['다른 사람 되어 보기', '같은 패널에서 사용자를 바꿔 보세요. 사람에 따라 실험의 다른 프롬프트를 만납니다.'],
    ['이리저리 돌려 보기', '한국어, 다크 모드, 좁은 화면, 키보드만으로도. 모든 위젯이 페이지를 따라갑니다.'],
  ],
  linksTitle: '개발자와 운영자를 위해',
  links: [
    ['/states/', '모든 상태', '불러오기, 작성, 템플릿, 이전 답변, 꺼짐, 끊김: 카드의 움직임'],
    ['/api/docs', 'API', '모든 추천을 HTTP로, 예시와 함께'],
    ['/metrics', '지표', '요청, 토큰, 비용, 응답 시간'],
    ['/readyz', '상태', '이 서버가 기대고 있는 것들'],
  ],
}

export const overviewWords = { en: english, ko: korean }
