import { expect, test } from 'vitest'
import type { Json } from '../protocol.ts'
import { fillText } from './choose-entries.ts'
import type { RequestFacts } from './request-facts.ts'

const facts: RequestFacts = {
  language: 'ko',
  systemText: '',
  data: new Map<string, Json>([
    ['dish', '잡채'],
    ['guests', '손님'],
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
