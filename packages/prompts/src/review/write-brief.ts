import type { Locale } from '@inkling/contracts'
import { isPlainName } from '../plain-name.ts'
import { isPlainSentence } from '../plain-sentence.ts'
import { type Audience, audienceNames, type BrandVoice, categoryNames, type Goal, type ProductCategory } from './choices.ts'
import { type Deliverable, deliverableInWords } from './deliverables.ts'

interface BriefFacts {
  productName: string
  productCategory: ProductCategory
  goal: Goal
  audience: Audience
  brandVoice: BrandVoice
  keyMessage?: string | undefined
  deliverables: readonly Deliverable[]
  daysUntilPosting: number
  dos: readonly string[]
  donts: readonly string[]
}

interface Section {
  section: 'campaign' | 'audience' | 'message' | 'deliverables' | 'dos' | 'donts' | 'schedule'
  heading: string
  body: string
}

/** A headed brief: what was agreed under its heading, gaps in brackets where something is missing. */
export function writeBrief(facts: BriefFacts, locale: Locale): Section[] {
  const dos = facts.dos.filter(isPlainSentence)
  const donts = facts.donts.filter(isPlainSentence)
  return briefs[locale]({
    product: isPlainName(facts.productName) ? facts.productName : undefined,
    category: categoryNames[facts.productCategory][locale],
    goal: goalWords[facts.goal][locale],
    audience: audienceNames[facts.audience][locale],
    voice: voiceWords[facts.brandVoice][locale],
    message: facts.keyMessage !== undefined && isPlainSentence(facts.keyMessage) ? facts.keyMessage : undefined,
    deliverables: facts.deliverables.map((deliverable) => deliverableInWords(deliverable, locale)),
    draft: Math.floor(facts.daysUntilPosting / 2),
    final: Math.floor(facts.daysUntilPosting / 7),
    dos,
    donts,
  })
}

interface Words {
  product: string | undefined
  category: string
  goal: string
  audience: string
  voice: string
  message: string | undefined
  deliverables: readonly string[]
  /** Days before posting. */
  draft: number
  final: number
  dos: readonly string[]
  donts: readonly string[]
}

// Within the section's length whatever the brand wrote.
const points = (lines: readonly string[]) => {
  let body = ''
  for (const line of lines) {
    const next = `${body}${body && '\n'}- ${line}`
    if (next.length <= 600) body = next
  }
  return body
}

const goalWords: Record<Goal, Record<Locale, string>> = {
  awareness: { en: 'more people know it', ko: '더 많은 사람에게 알리기' },
  engagement: { en: 'people talk about it', ko: '대화와 반응 만들기' },
  traffic: { en: 'people visit the page behind it', ko: '페이지 방문 늘리기' },
  sales: { en: 'people buy it', ko: '구매로 이어지기' },
  'sign-ups': { en: 'people sign up', ko: '가입으로 이어지기' },
  content: { en: 'there are pictures and videos to reuse', ko: '다시 쓸 수 있는 콘텐츠 확보' },
}

const voiceWords: Record<BrandVoice, Record<Locale, string>> = {
  playful: { en: 'playful', ko: '유쾌한' },
  warm: { en: 'warm', ko: '따뜻한' },
  expert: { en: 'expert', ko: '전문적인' },
  bold: { en: 'bold', ko: '과감한' },
  calm: { en: 'calm', ko: '차분한' },
  luxurious: { en: 'luxurious', ko: '고급스러운' },
  'plain-spoken': { en: 'plain-spoken', ko: '솔직 담백한' },
}

const briefs: Record<Locale, (words: Words) => Section[]> = {
  en: ({ product, category, goal, audience, voice, message, deliverables, draft, final, dos, donts }) => [
    {
      section: 'campaign',
      heading: 'The campaign',
      body: `Product: ${product ?? '[product]'} (${category}). Goal: ${goal}. Fee: [fee]. Contact: [contact].`,
    },
    { section: 'audience', heading: 'Who should see it', body: `We want to reach ${audience}. What they care about: [one sentence].` },
    {
      section: 'message',
      heading: 'What should stay',
      body: `${message ?? '[One sentence that people should remember.]'}\nTone: ${voice}. The story and the words are yours.`,
    },
    {
      section: 'deliverables',
      heading: 'What you deliver',
      body: points(deliverables.length > 0 ? deliverables : ['[agree on formats and number]']),
    },
    { section: 'dos', heading: 'Please do', body: points(['Mark every post as advertising at its beginning', ...dos]) },
    {
      section: 'donts',
      heading: 'Please avoid',
      body: points([...(donts.length > 0 ? donts : ['[what must not be said or shown]']), 'Promises about results that we cannot prove']),
    },
    {
      section: 'schedule',
      heading: 'Dates and approval',
      body: points([
        `Draft: ${inDays(draft)}`,
        'Our feedback: within 2 working days, one round of changes',
        `Final version: ${inDays(final)}`,
      ]),
    },
  ],
  ko: ({ product, category, goal, audience, voice, message, deliverables, draft, final, dos, donts }) => [
    {
      section: 'campaign',
      heading: '캠페인 개요',
      body: `제품: ${product ?? '[제품 이름]'} (${category}). 목표: ${goal}. 비용: [금액]. 담당자: [연락처].`,
    },
    { section: 'audience', heading: '누구에게 보여 줄까요', body: `대상은 ${audience}입니다. 이들이 중요하게 여기는 것: [한 문장].` },
    {
      section: 'message',
      heading: '기억에 남길 메시지',
      body: `${message ?? '[사람들이 기억할 한 문장]'}\n말투: ${voice} 느낌. 이야기와 표현은 자유롭게 정해 주세요.`,
    },
    {
      section: 'deliverables',
      heading: '요청 결과물',
      body: points(deliverables.length > 0 ? deliverables : ['[형식과 개수를 정해 주세요]']),
    },
    { section: 'dos', heading: '꼭 지켜 주세요', body: points(['모든 게시물의 첫 부분에 광고임을 표시해 주세요', ...dos]) },
    {
      section: 'donts',
      heading: '피해 주세요',
      body: points([...(donts.length > 0 ? donts : ['[말하거나 보여 주면 안 되는 것]']), '입증할 수 없는 효과를 약속하는 표현']),
    },
    {
      section: 'schedule',
      heading: '일정과 확인',
      body: points([
        `초안: ${draft > 0 ? `게시 ${draft}일 전` : '게시 당일'}`,
        '피드백: 영업일 2일 이내, 수정 1회',
        `최종본: ${final > 0 ? `게시 ${final}일 전` : '게시 당일'}`,
      ]),
    },
  ],
}

function inDays(days: number): string {
  if (days === 0) return 'on the day of posting'
  return `${days} ${days === 1 ? 'day' : 'days'} before posting`
}
