import { locales } from '@inkling/contracts'
import { z } from 'zod'
import { defineSuggestion } from '../define-suggestion.ts'
import { choice, text } from '../fields.ts'
import { captionSkeletons } from './caption-skeletons.ts'
import { customsOf, platforms } from './platforms.ts'
import { hashtag, postProblem } from './post-text.ts'

const brandTones = ['friendly', 'playful', 'confident', 'calm', 'expert', 'bold'] as const

const input = z.strictObject({
  productName: text(60, 'Name of the product or of what is shown'),
  description: text(600, "What it is and what matters about it, in the author's own words"),
  platform: choice(platforms, 'Where the post appears'),
  brandTone: choice(brandTones, 'How the brand speaks'),
  language: choice(locales, 'Language of the captions'),
})

const item = z.object({
  angle: z.string().min(2).max(40).describe('What kind of caption it is, two to four words, for the author who chooses'),
  caption: z.string().min(15).max(500).describe('The caption without its hashtags, ready to post'),
  hashtags: z.array(hashtag).min(1).max(5).describe('Hashtags that follow the caption, as many as the data allows'),
})

const rules = `Rules:
- Only what the name and the description say is true of the product. No invented features, prices, dates, discounts, numbers, awards or \
customers; no "best", no cure or guarantee. What you cannot know, leave out.
- limits in the data: caption and hashtags together stay well below "characters"; where "lettersCountDouble" is true, Korean letters and emoji \
count as two. "shownFirst" is what readers see before they ask for more: the reason to go on stands within it.
- The caption has at most 220 characters, in Korean at most 110; on x at most 170, in Korean at most 80.
- Hashtags: as many as limits.hashtags allows, only in the list, never in the caption. From the subject outwards: one about the product's kind, then \
the use, then the people. Words that a person would search for; capital letters begin the words of a longer one.
- Emoji: none where the tone is calm or expert, otherwise at most one, never in place of a word.
- The tone is {{brandTone}}. It shows in rhythm and choice of words, not in adjectives about the product.
- No links, no @mentions, no "link in bio", no appeal to tag friends.`

export const captions = defineSuggestion({
  name: 'snsAuto.captions',
  title: { en: 'Captions to choose from', ko: '캡션 추천' },
  summary: "Captions with hashtags in the brand's tone, within the platform's length and hashtag customs.",
  input,
  item,
  items: { minimum: 3, maximum: 5 },
  variants: {
    'hook-first': {
      summary: 'The first line stops the thumb, the rest keeps its promise: for reach.',
      instructions: `You write captions for small brands. Their author has two minutes, reads your captions once, and posts one of them.

The post is for {{platform}}. The brand's tone is {{brandTone}}.

Write {{count}} captions that differ in kind, not in synonyms: an observation everybody knows, a question that is easy to answer, a small \
surprise about the product, a concrete moment of use, a plain announcement. The first line works alone, in at most ten words; the second gives \
the fact that makes it true; the last gives the reader something small to do or to think.

Good first line: "Your first coffee deserves better than a paper cup." Bad: "Introducing our amazing new product!"

angle names the kind for the author: "Easy question", "Moment of use".

${rules}`,
    },
    'small-story': {
      summary: 'Tells one small scene for each caption: slower, warmer, for accounts that people follow by name.',
      instructions: `You write captions for small brands that people follow because they like who is behind them. A caption of yours is a very \
small story, told by somebody who uses or makes the thing.

The post is for {{platform}}. The brand's tone is {{brandTone}}.

Write {{count}} captions. Each shows one scene that the description makes plausible, from another point of view: the maker, somebody using it on an \
ordinary day, the moment before it was there, a detail that is easily overlooked. Two or three short sentences: where we are, what happens, what \
stays. Write in the first person plural only for the maker's scenes. End without a moral; if a question comes by itself, leave it at that.

Good: "Six in the morning, one lamp, the first tray." Bad: "Once upon a time there was a brand with passion."

angle names the scene for the author: "Before opening", "A small detail".

${rules}`,
    },
  },
  maxOutputTokens: 700,
  cacheSeconds: 30 * 60,
  safety: 'medium',
  answerLocale: ({ language }) => language,
  facts: ({ platform }) => {
    const { characters, shownFirst, hashtags } = customsOf[platform]
    return { limits: { characters, lettersCountDouble: platform === 'x', shownFirst, hashtags } }
  },
  checkItem: ({ caption, hashtags }, { platform }) => postProblem(caption, hashtags, platform),
  template: ({ productName, platform }, locale) => captionSkeletons(productName, platform, locale),
  example: {
    productName: 'Morning Blend',
    description:
      'Medium roast from two small farms, notes of cocoa and orange. Roasted on Mondays, packed in paper that can go on the compost.',
    platform: 'instagram',
    brandTone: 'friendly',
    language: 'en',
  },
})
