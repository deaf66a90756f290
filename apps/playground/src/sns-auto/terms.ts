import type { CaptionSuggestionsProps, ContentStrategySuggestionsProps, PostingTimeSuggestionsProps } from '@inkling/widgets-sns-auto'

export type Platform = CaptionSuggestionsProps['platform']
export type BrandTone = CaptionSuggestionsProps['brandTone']
export type Audience = PostingTimeSuggestionsProps['audience']
export type ContentType = PostingTimeSuggestionsProps['contentType']
export type Goal = ContentStrategySuggestionsProps['goals'][number]

/** The accounts that the shop has connected, in the order of their followers. */
export const platforms = ['instagram', 'tiktok', 'youtube', 'x', 'threads'] as const satisfies readonly Platform[]
export const brandTones = ['friendly', 'playful', 'calm', 'confident', 'expert', 'bold'] as const satisfies readonly BrandTone[]
export const audiences = [
  'young-adults',
  'students',
  'professionals',
  'parents',
  'hobbyists',
  'small-businesses',
  'everyone',
] as const satisfies readonly Audience[]
export const contentTypes = [
  'photo',
  'carousel',
  'short-video',
  'long-video',
  'live',
  'story',
  'text',
] as const satisfies readonly ContentType[]
export const goals = ['engagement', 'followers', 'reach', 'sales', 'traffic', 'trust'] as const satisfies readonly Goal[]
export const timeZones = [
  'Asia/Seoul',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'Australia/Sydney',
] as const

/** How long a post may be, hashtags included; a posting service knows the platforms it posts to. */
export const longest: Record<(typeof platforms)[number], number> = { instagram: 2200, tiktok: 2200, youtube: 5000, x: 280, threads: 500 }

/** Thousands are followers' unit of pride. */
export const followers: Record<(typeof platforms)[number], number> = {
  instagram: 12840,
  tiktok: 8310,
  youtube: 2190,
  x: 1460,
  threads: 970,
}
