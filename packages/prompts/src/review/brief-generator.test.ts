import { expect, test } from 'vitest'
import { isPlainSentence } from '../plain-sentence.ts'
import { briefGenerator, briefSections } from './brief-generator.ts'

const now = new Date('2026-11-25T12:00:00Z')
const { example } = briefGenerator
type Section = { section: (typeof briefSections)[number]; heading: string; body: string }
const problemOf = (section: Section['section'], body: string) =>
  briefGenerator.checkItem?.({ section, heading: 'Heading', body }, example, now)
const write = (change: Partial<typeof example>, locale: 'en' | 'ko' = 'en') =>
  Object.fromEntries(briefGenerator.template({ ...example, ...change }, locale, now).map(({ section, body }) => [section, body]))

test('the deliverables are all there, with their numbers', () => {
  expect(problemOf('deliverables', '- 2 Reels\n- 3 Stories')).toBeUndefined()
  expect(problemOf('deliverables', '- 2 Reels\n- some Stories')).toBe('the section does not say 3 for instagram-story')
  expect(problemOf('deliverables', '- 20 Reels\n- 30 Stories')).toBe('the section does not say 2 for instagram-reel')
})

test("the do's ask for the advertising label", () => {
  expect(problemOf('dos', '- Show the texture in daylight')).toBe('the section does not ask for the advertising label')
  expect(problemOf('dos', '- 낮에 제형을 보여 주세요\n- 광고임을 표시해 주세요')).toBeUndefined()
  expect(problemOf('donts', '- No before and after pictures')).toBeUndefined()
})

test('no money is promised that the brand did not name', () => {
  expect(problemOf('campaign', 'Fee: $500 for both Reels.')).toBe('500 USD is not in the context')
  const agreed = { ...example, keyMessage: 'Only $29 this month.' }
  expect(
    briefGenerator.checkItem?.({ section: 'message', heading: 'Message', body: 'Say that it costs $29.' }, agreed, now),
  ).toBeUndefined()
})

test('no date lies before today', () => {
  expect(problemOf('schedule', '- Draft 10 days before posting')).toBeUndefined()
  expect(problemOf('schedule', '- Draft 21 days before posting')).toContain('there are 14 days left')
  expect(problemOf('schedule', '- 초안: 게시 20일 전')).toContain('20 days before posting is in the past')
})

test("without a model the brief holds what was agreed under its heading, do's and don'ts unchanged", () => {
  const brief = write({})
  expect(Object.keys(brief)).toEqual([...briefSections])
  expect(brief.campaign).toContain('Morning Dew Serum')
  expect(brief.message).toContain('Three drops before the sunscreen, nothing else to think about.')
  expect(brief.deliverables).toBe('- 2 Instagram Reels\n- 3 Instagram Stories')
  expect(brief.dos).toBe(
    '- Mark every post as advertising at its beginning\n- Show the texture in daylight\n- Mention that it is fragrance free',
  )
  expect(brief.donts).toContain('- No before and after pictures')
  expect(brief.schedule).toContain('- Draft: 7 days before posting')
  expect(write({}, 'ko').deliverables).toBe('- 인스타그램 릴스 2개\n- 인스타그램 스토리 3개')
})

test('what is missing stays a gap, and words that could be anything are left out', () => {
  const brief = write({
    productName: 'See www.evil.example',
    keyMessage: undefined,
    deliverables: [],
    dos: ['call 010-1234-5678'],
    donts: [],
  })
  expect(brief.campaign).toContain('Product: [product]')
  expect(brief.message).toContain('[One sentence that people should remember.]')
  expect(brief.deliverables).toBe('- [agree on formats and number]')
  expect(brief.donts).toContain('[what must not be said or shown]')
  expect(JSON.stringify(brief)).not.toMatch(/evil|1234/)
})

test('posting tomorrow leaves a schedule that can be kept', () => {
  expect(write({ daysUntilPosting: 1 }).schedule).toContain('- Draft: on the day of posting')
  expect(write({ daysUntilPosting: 2 }, 'ko').schedule).toContain('- 초안: 게시 1일 전')
})

test.each([
  ['Show the texture in daylight', true],
  ["Don't say it's 100% natural", true],
  ['Post between 6:00 and 9:00', true],
  ['낮에 제형을 보여 주세요.', true],
  ['see evil.example', false],
  ['mail me@example.com', false],
  ['https://evil', false],
  ['Say [EMAIL_1]', false],
  ['call 555 0100 200', false],
])('"%s" is a plain sentence: %s', (text, plain) => {
  expect(isPlainSentence(text)).toBe(plain)
})
