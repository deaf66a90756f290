import type { SuggestionState } from '@inkling/widget-kit'
import type { Language } from '../preferences/use-preferences.ts'

export interface Section {
  heading: string
  body: string
}

export const stateNames = [
  'loading',
  'streaming',
  'ready',
  'cache',
  'filled',
  'template',
  'refused',
  'stale',
  'off',
  'offline',
  'failed',
  'busy',
  'long',
] as const
export type StateName = (typeof stateNames)[number]

const sections: Record<Language, Section[]> = {
  en: [
    { heading: 'The evening', body: 'Six of us, one long table, and nobody looked at a clock until the lemon granita was gone.' },
    { heading: 'The dish to ask for', body: 'The mushroom risotto: loose, peppery, and finished at the stove while we watched.' },
    { heading: 'Would I book again?', body: 'Yes, for an anniversary or any dinner where the kitchen should be part of the party.' },
  ],
  ko: [
    { heading: '그날 저녁', body: '여섯 명이 긴 식탁에 둘러앉아, 레몬 그라니타가 사라질 때까지 아무도 시계를 보지 않았습니다.' },
    { heading: '꼭 청할 요리', body: '버섯 리소토. 부드럽게 흐르고 후추 향이 또렷하며, 눈앞의 불에서 마무리해 주셨습니다.' },
    { heading: '다시 예약할까요?', body: '그럼요. 기념일처럼 주방까지 잔치의 한 자리가 되면 좋을 저녁에 다시 부르겠습니다.' },
  ],
}

const fillIn: Record<Language, Section[]> = {
  en: [
    { heading: 'What made it special', body: 'We booked this chef for an anniversary, and what I will remember most is [moment].' },
    { heading: 'The dish to ask for', body: '[dish] stood out: [taste, texture, presentation].' },
    { heading: 'Would I book again?', body: 'I would recommend this chef for [kind of party], because [reason].' },
  ],
  ko: [
    { heading: '특별했던 점', body: '이번 기념일에서 가장 기억에 남는 순간은 [순간]입니다.' },
    { heading: '추천 메뉴', body: '가장 인상 깊었던 음식은 [메뉴 이름]. [맛, 식감, 플레이팅]이 좋았습니다.' },
    { heading: '다시 예약할까요?', body: '[모임의 종류]에 이 셰프를 추천합니다. 그 이유는 [이유]입니다.' },
  ],
}

/** Words without a space to break at, and more of them than a card has room for. */
const long: Section[] = [
  {
    heading: '가나다라마바사아자차카타파하를처음부터끝까지띄어쓰지않고이어쓴제목',
    body: '결혼기념일저녁식사로예약했는데셰프님께서재료하나하나의산지와손질법까지차근차근설명해주셔서아이들도어른들도식탁을떠나지못했습니다. 특히 버섯 리소토는 쌀알이 살아 있으면서도 크림처럼 부드러웠고, 마지막에 갈아 올린 트러플 향이 방 안 가득 퍼져 모두가 한동안 말없이 웃기만 했습니다. 정리까지 말끔하게 마치고 가신 덕분에 손님을 보낸 뒤에도 기분 좋은 여운만 남았습니다.',
  },
  { heading: '다시 예약할까요?', body: '네.' },
]

const at = { createdAt: '2026-11-22T10:00:00.000Z', requestId: 'still' }
const suggestionId = 'still'

/** Each state as the store of a real page would hold it. */
export function stillState(name: StateName, language: Language): SuggestionState<Section> {
  const items = sections[language]
  switch (name) {
    case 'loading':
      return { status: 'loading', items: [] }
    case 'streaming':
      return { status: 'streaming', suggestionId, items: items.slice(0, 1) }
    case 'ready':
      return { status: 'ready', suggestionId, items, meta: { ...at, source: 'claude' } }
    case 'cache':
      return { status: 'ready', suggestionId, items, meta: { ...at, source: 'cache', simulated: true } }
    case 'filled':
      return {
        ...{ status: 'ready', suggestionId, items: [...items.slice(0, 2), fillIn[language][2]!] },
        meta: { ...at, source: 'claude', reason: 'incomplete', templateItems: [2] },
      }
    case 'template':
      return { status: 'ready', suggestionId, items: fillIn[language], meta: { ...at, source: 'template', reason: 'budget-exhausted' } }
    case 'refused':
      return { status: 'ready', suggestionId, items: fillIn[language], meta: { ...at, source: 'template', reason: 'injection' } }
    case 'stale':
      return { status: 'ready', suggestionId, items, meta: { ...at, source: 'stale', reason: 'breaker-open' } }
    case 'off':
      return { status: 'off', suggestionId, items: [], meta: { ...at, source: 'off', reason: 'disabled' } }
    case 'offline':
      return { status: 'failed', items: items.slice(0, 1), suggestionId, code: 'offline' }
    case 'failed':
      return { status: 'failed', items: [], code: 'internal' }
    case 'busy':
      return { status: 'failed', items: [], code: 'quota-exceeded' }
    case 'long':
      return { status: 'ready', suggestionId, items: long, meta: { ...at, source: 'claude' } }
  }
}
