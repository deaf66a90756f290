import type { Bank } from './entry.ts'

// The small ones first: a selection of neighbours still goes from the quick step to the long one.
export const features: Bank = {
  en: [
    {
      title: 'Empty and error states',
      body: 'A first visitor sees what to do, and a failure says what went wrong. Begin with the empty list.',
      effort: 'low',
      concepts: ['conditional rendering', 'error handling'],
    },
    {
      title: 'A link to every entry',
      body: 'Each entry opens at its own address and can be shared. Begin by putting its id into the URL.',
      effort: 'low',
      concepts: ['routing', 'URL parameters'],
    },
    {
      title: 'Undo instead of "Are you sure?"',
      body: 'Deleted entries come back with one click. Begin by keeping the last one in memory.',
      effort: 'low',
      concepts: ['state', 'user experience'],
    },
    {
      title: 'Nothing lost on reload',
      body: 'Entries are there again after closing the tab. Begin by saving the list whenever it changes.',
      effort: 'medium',
      concepts: ['persistence', 'JSON'],
    },
    {
      title: 'Search and one filter',
      body: 'People find an entry by typing part of its name. Begin with a function that filters the list.',
      effort: 'medium',
      concepts: ['array methods', 'derived state'],
    },
    {
      title: 'Three tests for the main path',
      body: 'What must never break is checked on every change. Begin with the usual case.',
      effort: 'medium',
      concepts: ['unit tests', 'assertions'],
    },
    {
      title: 'An account of your own',
      body: 'Each person sees only their own entries, on every device. Begin with a ready-made sign-in service.',
      effort: 'high',
      concepts: ['authentication', 'sessions'],
    },
  ],
  ko: [
    {
      title: '빈 화면과 오류 화면',
      body: '처음 온 사람은 무엇을 할지, 실패하면 왜인지 알 수 있어요. 빈 목록부터 시작하세요.',
      effort: 'low',
      concepts: ['조건부 렌더링', '오류 처리'],
    },
    {
      title: '항목마다 주소 주기',
      body: '항목마다 공유할 수 있는 주소가 생겨요. 주소에 id를 넣는 것부터 시작하세요.',
      effort: 'low',
      concepts: ['라우팅', 'URL 매개변수'],
    },
    {
      title: '확인 창 대신 되돌리기',
      body: '지운 항목을 한 번에 되살릴 수 있어요. 마지막 항목을 기억해 두는 것부터 시작하세요.',
      effort: 'low',
      concepts: ['상태', '사용자 경험'],
    },
    {
      title: '새로고침해도 그대로',
      body: '탭을 닫았다 열어도 항목이 남아 있어요. 목록이 바뀔 때마다 저장하는 것부터 시작하세요.',
      effort: 'medium',
      concepts: ['저장', 'JSON'],
    },
    {
      title: '검색과 필터 하나',
      body: '이름 일부만 입력해도 찾을 수 있어요. 목록을 거르는 함수부터 시작하세요.',
      effort: 'medium',
      concepts: ['배열 메서드', '파생 상태'],
    },
    {
      title: '핵심 흐름 테스트 세 개',
      body: '깨지면 안 되는 흐름을 바꿀 때마다 확인해요. 보통의 경우부터 시작하세요.',
      effort: 'medium',
      concepts: ['단위 테스트', '검증'],
    },
    {
      title: '나만의 계정',
      body: '어느 기기에서나 자기 항목만 보여요. 준비된 로그인 서비스부터 붙여 보세요.',
      effort: 'high',
      concepts: ['인증', '세션'],
    },
  ],
}

export const courses: Bank = {
  en: [
    { title: 'Build the base', body: 'Covers what every later course takes for granted.' },
    { title: 'Make it visible', body: 'Turns the base into pages you can show to others.' },
    { title: 'Add behaviour', body: 'Brings your pages to life and trains problem solving.' },
    { title: 'Connect a server', body: 'Stores data and opens the way to full applications.' },
    { title: 'Ship it', body: 'Puts your work online, which employers like to see.' },
  ],
  ko: [
    { title: '기초 다지기', body: '이후 과정의 바탕이 되는 내용을 다뤄요.' },
    { title: '화면 만들기', body: '배운 내용을 보여 줄 수 있는 페이지로 만들어요.' },
    { title: '동작 더하기', body: '페이지에 움직임을 넣고 문제 해결력을 길러요.' },
    { title: '서버 연결', body: '데이터를 저장하고 완전한 앱으로 나아가요.' },
    { title: '배포하기', body: '결과물을 온라인에 올려 포트폴리오로 써요.' },
  ],
}

export const general: Bank = {
  en: [
    { title: 'Start with the biggest gain', body: 'Pick the one change that most people notice first.' },
    { title: 'Keep it simple', body: 'Fewer choices make the next step obvious.' },
    { title: 'Measure one number', body: 'Agree on one number and look at it every week.' },
    { title: 'Ask early', body: 'Show a draft to one real person before you polish it.' },
    { title: 'Plan the follow-up', body: 'Decide today what happens after the first result.' },
    { title: 'Write it down', body: 'A short note saves the next person an hour.' },
  ],
  ko: [
    { title: '가장 큰 효과부터', body: '사람들이 먼저 느낄 변화 하나를 고르세요.' },
    { title: '단순하게 유지하기', body: '선택지가 적을수록 다음 단계가 분명해져요.' },
    { title: '숫자 하나로 확인', body: '기준 숫자를 정하고 매주 살펴보세요.' },
    { title: '일찍 물어보기', body: '다듬기 전에 실제 사용자 한 명에게 보여 주세요.' },
    { title: '다음 단계 정하기', body: '첫 결과 뒤에 할 일을 오늘 정하세요.' },
    { title: '기록 남기기', body: '짧은 메모가 다음 사람의 시간을 아껴 줘요.' },
  ],
}
