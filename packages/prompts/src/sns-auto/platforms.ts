import type { Locale } from '@inkling/contracts'

export const platforms = ['instagram', 'tiktok', 'youtube', 'facebook', 'x', 'threads', 'linkedin'] as const
export type Platform = (typeof platforms)[number]

export interface PlatformCustoms {
  name: Record<Locale, string>
  /** The longest text of a post, hashtags included, as the platform's own API takes it. */
  characters: number
  /** Characters that show before a reader has to ask for more; about, since devices differ. */
  shownFirst: number
  /** How many hashtags help. The platform's own limit is never below the maximum. */
  hashtags: { minimum: number; maximum: number }
  /** Hours, local to the audience, in which most people are there on average. */
  usualHours: { from: string; to: string }
}

/** As of 2026. Where app and API differ (TikTok), the API counts: a scheduler posts through it. */
export const customsOf: Record<Platform, PlatformCustoms> = {
  instagram: {
    name: { en: 'Instagram', ko: '인스타그램' },
    characters: 2200,
    shownFirst: 125,
    // Five is also the most that Instagram takes since December 2025.
    hashtags: { minimum: 3, maximum: 5 },
    usualHours: { from: '11:00', to: '13:00' },
  },
  tiktok: {
    name: { en: 'TikTok', ko: '틱톡' },
    characters: 2200,
    shownFirst: 80,
    hashtags: { minimum: 3, maximum: 5 },
    usualHours: { from: '18:00', to: '22:00' },
  },
  youtube: {
    name: { en: 'YouTube', ko: '유튜브' },
    characters: 5000,
    shownFirst: 150,
    // The first three stand above the title.
    hashtags: { minimum: 2, maximum: 3 },
    usualHours: { from: '20:00', to: '22:00' },
  },
  facebook: {
    name: { en: 'Facebook', ko: '페이스북' },
    characters: 63206,
    shownFirst: 125,
    hashtags: { minimum: 1, maximum: 2 },
    usualHours: { from: '12:00', to: '14:00' },
  },
  x: {
    name: { en: 'X', ko: 'X' },
    characters: 280,
    shownFirst: 280,
    hashtags: { minimum: 1, maximum: 2 },
    usualHours: { from: '08:00', to: '10:00' },
  },
  threads: {
    name: { en: 'Threads', ko: '스레드' },
    characters: 500,
    shownFirst: 500,
    // A post has one topic.
    hashtags: { minimum: 1, maximum: 1 },
    usualHours: { from: '19:00', to: '21:00' },
  },
  linkedin: {
    name: { en: 'LinkedIn', ko: '링크드인' },
    characters: 3000,
    shownFirst: 140,
    hashtags: { minimum: 3, maximum: 5 },
    usualHours: { from: '08:00', to: '10:00' },
  },
}
