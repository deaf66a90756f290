import { expect, test } from 'vitest'
import type { Json } from '../protocol.ts'
import { fillText } from './fill-text.ts'
import type { RequestFacts } from './request-facts.ts'

const facts: RequestFacts = {
  language: 'ko',
  systemText: '',
  data: new Map<string, Json>([
    ['dish', '잡채'],
    ['guests', '손님'],
    ['product', 'Morning Dew Serum'],
    ['goal', 'sign-ups'],
    [
      'deliverables',
      [
        { format: 'instagram-reel', count: 2 },
        { format: 'instagram-story', count: 1 },
      ],
    ],
    ['dos', ['낮에 찍어 주세요', '두 줄\n둘째 줄']],
  ]),
  candidates: [],
  code: [],
}

test('a place is filled whatever follows it, a particle or the rest of a word', () => {
  expect(fillText('{dish|메인 요리}였어요', facts)).toBe('잡채였어요')
  expect(fillText('{missing|메인 요리}였어요', facts)).toBe('메인 요리였어요')
  expect(fillText('{guests}이', facts)).toBe('손님이')
  expect(fillText('{dish}이', facts)).toBe('잡채가')
})

test('a code of the request is said in plain words of the language', () => {
  const about = (language: 'en' | 'ko') => ({
    ...facts,
    language,
    data: new Map<string, Json>([
      ['audience', 'young-adults'],
      ['niche', 'Home baking'],
    ]),
  })
  expect(fillText('For {audience}, about {niche}', about('en'))).toBe('For young adults, about home baking')
  expect(fillText('{audience}가 봐요', about('ko'))).toBe('20대 팔로워가 봐요')
})

test('a particle behind a Latin word follows its sound', () => {
  expect(fillText('{product}를', facts)).toBe('Morning Dew Serum을')
})

test('closed values are said in the language of the answer', () => {
  expect(fillText('목표: {goal}', facts)).toBe('목표: 가입')
  expect(fillText('goal: {goal}', { ...facts, language: 'en' })).toBe('Goal: sign-ups')
})

test('a list takes one line for each entry, a number with its noun', () => {
  expect(fillText('{-deliverables}', facts)).toBe('- 인스타그램 릴스 2개\n- 인스타그램 스토리 1개')
  expect(fillText('{-deliverables}', { ...facts, language: 'en' })).toBe('- 2 Instagram Reels\n- 1 Instagram Story')
  expect(fillText('{-dos}', facts)).toBe('- 낮에 찍어 주세요\n- 두 줄')
  expect(fillText('{-missing|아직 없어요}', facts)).toBe('- 아직 없어요')
})
