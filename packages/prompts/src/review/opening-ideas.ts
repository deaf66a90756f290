import type { Locale } from '@inkling/contracts'
import type { BrandVoice } from './choices.ts'

/** First posts that need no fact about the person: the template hands them out in order, so that neighbours get different ones. */
export const openingIdeas: Record<BrandVoice, readonly Record<Locale, string>[]> = {
  playful: [
    {
      en: 'Give the product to a friend without a word and film the first ten seconds.',
      ko: '아무 설명 없이 친구에게 제품을 건네고 첫 10초를 담아 보세요.',
    },
    { en: 'Three wrong ways to use it, then the right one.', ko: '잘못 쓰는 방법 세 가지, 그리고 제대로 쓰는 방법 하나.' },
    { en: 'Let followers vote on what to try with it next.', ko: '다음에 무엇을 해 볼지 팔로워 투표로 정해 보세요.' },
  ],
  warm: [
    { en: 'An ordinary morning in which the product simply has its place.', ko: '제품이 자연스럽게 자리한 평범한 아침을 보여 주세요.' },
    { en: 'Tell for whom you would buy it, and why that person.', ko: '누구에게 선물하고 싶은지, 왜 그 사람인지 이야기해 주세요.' },
    { en: 'Answer the question that followers ask most about it.', ko: '팔로워가 가장 많이 묻는 질문에 답해 주세요.' },
  ],
  expert: [
    { en: 'Explain one detail of how it is made, with the product in hand.', ko: '제품을 손에 들고 만드는 방식 하나를 설명해 주세요.' },
    { en: 'Two ways of using it side by side, filmed in the same light.', ko: '두 가지 사용법을 같은 조명에서 나란히 비교해 주세요.' },
    { en: 'What to look for before buying anything of this kind.', ko: '이런 제품을 사기 전에 확인할 점을 정리해 주세요.' },
  ],
  bold: [
    {
      en: 'Start with an opinion about this kind of product that not all will share.',
      ko: '이런 제품에 대한 솔직하고 강한 의견으로 시작해 주세요.',
    },
    { en: 'Use nothing else for three days and report each evening.', ko: '사흘 동안 이것만 쓰고 매일 저녁 기록해 주세요.' },
    {
      en: 'One shot, no cuts, the product in the hardest place you can think of.',
      ko: '편집 없는 한 컷으로, 가장 까다로운 상황에서 써 보세요.',
    },
  ],
  calm: [
    {
      en: 'Thirty quiet seconds of using it, with no words and natural sound.',
      ko: '말 없이 자연스러운 소리로 30초 동안 사용 장면을 담아 주세요.',
    },
    { en: 'An evening routine in five pictures.', ko: '저녁 루틴을 사진 다섯 장으로 보여 주세요.' },
    { en: 'One thing that you left out since you have it.', ko: '이 제품이 생긴 뒤 덜어 낸 것 하나를 이야기해 주세요.' },
  ],
  luxurious: [
    {
      en: 'Unwrap it slowly by window light and show one material up close.',
      ko: '창가 빛에서 천천히 포장을 열고 소재를 가까이 보여 주세요.',
    },
    { en: 'The product in a room that was arranged for nothing else.', ko: '오직 이 제품만을 위해 꾸민 공간을 보여 주세요.' },
    { en: 'A moment that you keep for yourself, told in two sentences.', ko: '나만의 시간을 두 문장으로 들려주세요.' },
  ],
  'plain-spoken': [
    { en: 'What it is, what it costs, what you like, what you do not.', ko: '무엇인지, 얼마인지, 좋은 점과 아쉬운 점을 말해 주세요.' },
    { en: 'Use it once on camera and say what you notice first.', ko: '카메라 앞에서 한 번 써 보고 처음 느낀 점을 말해 주세요.' },
    { en: 'For whom it is not meant, said first.', ko: '이 제품이 맞지 않는 사람부터 이야기해 주세요.' },
  ],
}
