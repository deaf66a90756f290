import type { Bank } from './entry.ts'

export const features: Bank = {
  en: [
    {
      title: 'Empty and error states',
      body: 'Show a friendly first screen and a clear message when loading fails.',
      effort: 'low',
      concepts: ['conditional rendering', 'error handling'],
    },
    {
      title: 'Search and filter',
      body: 'Let people find an entry by name and narrow the list by one property.',
      effort: 'medium',
      concepts: ['state', 'array methods'],
    },
    {
      title: 'Save between visits',
      body: 'Keep the data in the browser first, then move it to a small database.',
      effort: 'medium',
      concepts: ['persistence', 'JSON'],
    },
    {
      title: 'Sign in',
      body: 'Add accounts with a ready-made service, so that each person sees their own data.',
      effort: 'high',
      concepts: ['authentication', 'sessions'],
    },
    {
      title: 'Share a link',
      body: 'Give every entry its own address that opens without signing in.',
      effort: 'low',
      concepts: ['routing', 'URL parameters'],
    },
    {
      title: 'Three tests',
      body: 'Cover the one path that must never break with three small tests in {stack|your stack}.',
      effort: 'low',
      concepts: ['unit tests', 'assertions'],
    },
  ],
  ko: [
    {
      title: '빈 화면과 오류 화면',
      body: '처음 화면과 불러오기 실패 안내를 친절하게 보여 주세요.',
      effort: 'low',
      concepts: ['조건부 렌더링', '오류 처리'],
    },
    {
      title: '검색과 필터',
      body: '이름으로 찾고 한 가지 속성으로 좁힐 수 있게 하세요.',
      effort: 'medium',
      concepts: ['상태', '배열 메서드'],
    },
    {
      title: '다음 방문까지 저장',
      body: '먼저 브라우저에 저장하고 나중에 작은 데이터베이스로 옮기세요.',
      effort: 'medium',
      concepts: ['저장', 'JSON'],
    },
    { title: '로그인', body: '준비된 서비스를 써서 각자 자기 데이터를 보게 하세요.', effort: 'high', concepts: ['인증', '세션'] },
    { title: '링크 공유', body: '항목마다 로그인 없이 열리는 주소를 주세요.', effort: 'low', concepts: ['라우팅', 'URL'] },
    {
      title: '테스트 세 개',
      body: '절대 깨지면 안 되는 흐름을 {stack|지금 스택}에서 테스트하세요.',
      effort: 'low',
      concepts: ['단위 테스트', '검증'],
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
