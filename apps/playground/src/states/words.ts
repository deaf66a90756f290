import type { StateName } from './still-states.ts'

const english = {
  pageTitle: 'Inkling · Every state of a suggestion',
  title: 'Every state a suggestion can be in.',
  text: 'What people see while an answer is on its way, when it comes from elsewhere, and when it does not come at all. The cards are the real ones, held still; their buttons work.',
  language: 'Language',
  theme: { label: 'Appearance', system: 'Follow the system', light: 'Light', dark: 'Dark' },
  back: 'All products',
  card: 'A start for your review',
  fallback: 'The page’s own content: “How was your evening? Tell future hosts about the food, the service and the timing.”',
  states: {
    loading: ['Loading', 'The height is kept from the first frame; the page below does not move.'],
    streaming: ['Streaming', 'The first item can be used while the rest is still being written.'],
    ready: ['Ready', 'Labelled as AI; take, rewrite, copy, hide, rate, report.'],
    cache: ['From the cache', 'At once and for nothing; here from the simulator, which is said.'],
    filled: ['Filled up', 'The answer ended early: what was shown stays, the template adds the rest and says so.'],
    template: ['Template', 'Budget, rate or breaker: a useful start without AI, labelled.'],
    refused: ['Refused by the safety checks', 'Nothing was sent; the template answers, and nobody is lectured.'],
    stale: ['Earlier answer', 'Claude is away: the last good answer, labelled.'],
    off: ['Off', 'Switched off, or not in the rollout: the page’s own content, and nothing of ours.'],
    offline: ['Connection lost', 'What had come stays; one button asks again.'],
    failed: ['Nothing came', 'The page’s own content in the card, and a way to try again.'],
    busy: ['Too many requests', 'The person’s own quota, in one friendly sentence.'],
    long: ['Long Korean text', 'Words without a space break; what does not fit stands behind a button.'],
  } satisfies Record<StateName, [string, string]> as Record<StateName, [string, string]>,
}

export type StatesWords = typeof english

const korean: StatesWords = {
  pageTitle: 'Inkling · 추천의 모든 상태',
  title: '추천이 놓일 수 있는 모든 상태.',
  text: '답변이 오는 동안, 다른 곳에서 올 때, 끝내 오지 않을 때 사람들이 보게 되는 화면입니다. 실제 카드를 그 상태로 멈춰 두었으며 버튼은 모두 움직입니다.',
  language: '언어',
  theme: { label: '화면 모드', system: '시스템 설정', light: '라이트', dark: '다크' },
  back: '모든 제품',
  card: '후기 초안',
  fallback: '페이지의 원래 내용: “그날 저녁은 어떠셨나요? 음식과 서비스, 진행에 대해 다음 손님에게 들려주세요.”',
  states: {
    loading: ['불러오는 중', '첫 화면부터 높이를 지켜, 아래 내용이 움직이지 않습니다.'],
    streaming: ['작성 중', '나머지를 쓰는 동안에도 첫 항목을 바로 쓸 수 있습니다.'],
    ready: ['완성', 'AI 표시와 함께. 사용, 수정, 복사, 숨기기, 평가, 신고.'],
    cache: ['캐시', '기다림도 비용도 없이. 여기서는 시뮬레이션임을 밝힙니다.'],
    filled: ['템플릿으로 채움', '답변이 일찍 끝나면 보인 것은 그대로 두고, 나머지를 템플릿으로 채우며 그렇게 표시합니다.'],
    template: ['템플릿', '예산, 속도 제한, 차단기: AI 없이도 쓸모 있는 첫머리를 표시와 함께.'],
    refused: ['안전 검사에서 멈춤', '아무것도 보내지 않고 템플릿이 답하며, 훈계하지 않습니다.'],
    stale: ['이전 답변', 'Claude가 없을 때는 마지막으로 좋았던 답변을 표시와 함께.'],
    off: ['꺼짐', '꺼져 있거나 대상이 아니면 페이지의 원래 내용만 보입니다.'],
    offline: ['연결 끊김', '이미 온 것은 남고, 버튼 하나로 다시 묻습니다.'],
    failed: ['답변 없음', '카드 안에 페이지의 원래 내용과 다시 시도할 길.'],
    busy: ['요청이 너무 많음', '개인 한도를 부드러운 한 문장으로.'],
    long: ['긴 한국어', '띄어쓰기 없는 낱말도 줄을 바꾸고, 넘치는 것은 버튼 뒤에 둡니다.'],
  },
}

export const statesWords = { en: english, ko: korean }
