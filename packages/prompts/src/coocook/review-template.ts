import type { Locale } from '@inkling/contracts'
import { z } from 'zod'
import { defineSuggestion } from '../define-suggestion.ts'
import { choice, list, text, wholeNumber } from '../fields.ts'
import { isPlainName } from '../plain-name.ts'
import { occasionNames, occasions } from './choices.ts'

const input = z.strictObject({
  rating: wholeNumber({ minimum: 1, maximum: 5 }, 'Stars the guest gave, 1 to 5'),
  occasion: choice(occasions, 'What the booking was for'),
  dishes: list(text(80, 'Name of a dish'), 12, 'Dishes that were served').default([]),
  highlights: text(600, "What stood out, in the guest's own words").optional(),
})

const item = z.object({
  heading: z.string().min(2).max(60).describe('Heading of the section, two to five words'),
  body: z.string().min(10).max(450).describe('Text of the section, ready to be edited'),
})

type Section = z.output<typeof item>

const honesty = `The review is the guest's own statement, which other people rely on:
- Say nothing that the data does not hold. Where a detail is missing, leave a gap with a hint in square brackets, such as [how was the \
service?]. Never fill it with a guess.
- The tone follows the rating. 5: warm. 4: warm, with one wish if the highlights name one. 3: balanced. 2 and 1: factual and fair; name \
what went wrong and what would have helped, without insult and without suspicion about motives. Do not soften a low rating or heat up a high one.
- Speak of the food, the service, the timing and the value. Nothing about a person's looks, origin, health or private life, and no surnames.
- A section has at most 220 characters, in Korean at most 120. No headings inside the text.
- Dishes and highlights are the guest's words. Correct their spelling silently; do not add praise to them.`

export const reviewTemplate = defineSuggestion({
  name: 'coocook.reviewTemplate',
  title: { en: 'A start for your review', ko: '후기 초안' },
  summary: 'Sections of a review that suit the rating, pre-filled with what the guest already told.',
  input,
  item,
  items: { minimum: 3, maximum: 5 },
  variants: {
    'guided-sections': {
      summary: 'Short sections with gaps to fill in: little is said for the guest, much is asked.',
      instructions: `You help a guest to write the review of a private chef who cooked for them. Guests often stop at "It was great": give them \
sections that draw out what future hosts want to know.

The booking: {{occasion}}. The guest's rating: {{rating}} of 5.

Write {{count}} sections, the most telling first. Each has a concrete heading and one or two sentences: what the data already \
says, then a gap in square brackets that asks for exactly one missing detail. Let every section have a subject of its own: a dish, the \
service, timing, the occasion, value for money, or advice for others who book.

Good: "Everyone asked about the risotto. [What made it special?]" Bad: "The food was amazing and the evening unforgettable."

${honesty}`,
    },
    'first-person-draft': {
      summary: 'Running text in the first person that needs few changes: the guest edits more and writes less.',
      instructions: `You draft the review of a private chef for a guest who has told you a little. The draft should sound like a person who was there, \
and be ready to post after a minute of editing.

The booking: {{occasion}}. The guest's rating: {{rating}} of 5.

Write {{count}} sections of two or three sentences each, in the first person and the past tense, plain and specific. Begin with the \
overall impression that the rating expresses, then take up dishes and highlights, and end with whom you would or would not recommend the chef \
to. Read one after another, the sections make one review: no repeats, no greeting. Use at most one gap in square brackets for each section, and only where \
a sentence would be empty without the detail.

${honesty}`,
    },
  },
  maxOutputTokens: 600,
  cacheSeconds: 30 * 60,
  safety: 'medium',
  template: ({ rating, occasion, dishes }, locale) =>
    sections[locale](
      rating >= 4 ? 'praise' : rating === 3 ? 'balance' : 'critique',
      occasionNames[occasion][locale],
      dishes.find(isPlainName),
    ),
  example: {
    rating: 5,
    occasion: 'anniversary',
    dishes: ['Mushroom risotto', 'Lemon granita'],
    highlights: 'The chef explained every course and left the kitchen spotless.',
  },
})

type Tone = 'praise' | 'balance' | 'critique'

const sections: Record<Locale, (tone: Tone, occasion: string, dish: string | undefined) => Section[]> = {
  en: (tone, occasion, dish) => {
    const favourite = dish ?? '[dish]'
    const last = { heading: 'Would I book again?', body: `I would recommend this chef for [kind of party], because [reason].` }
    if (tone === 'praise') {
      return [
        { heading: 'What made it special', body: `We booked this chef for ${occasion}, and what I will remember most is [moment].` },
        {
          heading: 'The dish to ask for',
          body: `${favourite} stood out: [taste, texture, presentation]. Everyone at the table [reaction].`,
        },
        { heading: 'Service and timing', body: 'The chef arrived [when], worked [how], and left the kitchen [how]. Courses came [pace].' },
        last,
      ]
    }
    if (tone === 'balance') {
      return [
        { heading: 'What worked well', body: `For ${occasion}, the best part was [dish or moment], because [reason].` },
        {
          heading: 'What could be better',
          body: `${favourite} would have been better with [change]. The timing was [too fast, right, too slow].`,
        },
        { heading: 'Value for money', body: 'For the price I expected [expectation], and what we got was [experience].' },
        last,
      ]
    }
    return [
      { heading: 'What went wrong', body: `For ${occasion}, I expected [expectation]. Instead, [what happened, as a fact].` },
      {
        heading: 'About the food',
        body: `${favourite} was [undercooked, cold, late, not as agreed]. What was good all the same: [detail].`,
      },
      { heading: 'How it was handled', body: 'When I mentioned it, the chef [reaction]. What would have helped: [suggestion].' },
      { heading: 'My advice', body: 'Before you book, ask the chef about [topic]. It suits you if [situation].' },
    ]
  },
  ko: (tone, occasion, dish) => {
    const favourite = dish ? `'${dish}' 메뉴` : '[메뉴 이름]'
    const last = { heading: '다시 예약할까요?', body: '[모임의 종류]에 이 셰프를 추천합니다. 그 이유는 [이유]입니다.' }
    if (tone === 'praise') {
      return [
        { heading: '특별했던 점', body: `이번 ${occasion}에서 가장 기억에 남는 순간은 [순간]입니다.` },
        { heading: '추천 메뉴', body: `가장 인상 깊었던 음식: ${favourite}. [맛, 식감, 플레이팅]이 좋았고 함께한 분들은 [반응]` },
        { heading: '서비스와 진행', body: '셰프는 [도착 시간]에 도착했고, 음식이 나오는 속도는 [속도]. 주방 정리는 [상태]' },
        last,
      ]
    }
    if (tone === 'balance') {
      return [
        { heading: '좋았던 점', body: `이번 ${occasion}에서 가장 좋았던 것은 [메뉴 또는 순간]입니다. 이유는 [이유]입니다.` },
        { heading: '아쉬웠던 점', body: `${favourite}: [바라는 점]이 더해지면 좋겠습니다. 진행 속도는 [빨랐다, 알맞았다, 느렸다].` },
        { heading: '가격 대비 만족도', body: '이 가격에 기대한 것은 [기대]였고, 실제 경험은 [경험]이었습니다.' },
        last,
      ]
    }
    return [
      { heading: '문제가 된 점', body: `이번 ${occasion}에서 기대한 것은 [기대]였지만, 실제로는 [있었던 일을 사실대로].` },
      { heading: '음식에 대하여', body: `${favourite}: [덜 익음, 식음, 늦음, 약속과 다름]. 그래도 괜찮았던 점은 [내용]입니다.` },
      { heading: '대응은 어땠나요?', body: '문제를 말했을 때 셰프는 [반응]. 이렇게 했다면 더 좋았을 것입니다: [제안]' },
      { heading: '예약 전 조언', body: '예약 전에 [확인할 내용]을 셰프에게 물어보세요. [상황]인 분께는 맞을 수 있습니다.' },
    ]
  },
}
