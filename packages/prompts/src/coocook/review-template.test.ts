import { expect, test } from 'vitest'
import { occasions } from './choices.ts'
import { reviewTemplate } from './review-template.ts'

const write = (rating: number, dishes: string[] = [], locale: 'en' | 'ko' = 'en') =>
  reviewTemplate.template({ rating, occasion: 'birthday', dishes }, locale, new Date())

test('the headings suit the rating: praise from 4, criticism up to 2', () => {
  const first = [1, 2, 3, 4, 5].map((rating) => write(rating)[0]?.heading)
  expect(first).toEqual(['What went wrong', 'What went wrong', 'What worked well', 'What made it special', 'What made it special'])
  expect([2, 3, 5].map((rating) => write(rating, [], 'ko')[0]?.heading)).toEqual(['문제가 된 점', '좋았던 점', '특별했던 점'])
})

test('every section leaves something to fill in and names the occasion once', () => {
  for (const rating of [1, 3, 5]) {
    for (const occasion of occasions) {
      const sections = reviewTemplate.template({ rating, occasion, dishes: [] }, 'en', new Date())
      for (const { body } of sections) expect(body).toMatch(/\[[^\]]+\]/)
      expect(sections.filter(({ body }) => /for the /i.test(body) && !/price/.test(body))).toHaveLength(1)
    }
  }
})

test('a dish is named where it is visibly just a name', () => {
  expect(write(5, ['<b>x</b>', 'Crème brûlée'])[1]?.body).toMatch(/^Crème brûlée stood out/)
  expect(write(5, ['see www.evil.example', '<img src=x>', '[EMAIL_1]', 'x'.repeat(41)])[1]?.body).toMatch(/^\[dish\] stood out/)
  expect(write(2, ['갈비찜'], 'ko')[1]?.body).toContain("'갈비찜' 메뉴")
  expect(write(3, [], 'ko')[1]?.body).toContain('[메뉴 이름]')
})

test('highlights are never repeated without the checks of a model answer', () => {
  const sections = reviewTemplate.template(
    { rating: 4, occasion: 'casual', dishes: [], highlights: 'call 010-1234-5678' },
    'en',
    new Date(),
  )
  expect(JSON.stringify(sections)).not.toContain('1234')
})
