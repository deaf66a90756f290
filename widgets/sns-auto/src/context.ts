export type Platform = 'instagram' | 'tiktok' | 'youtube' | 'facebook' | 'x' | 'threads' | 'linkedin'
export type Audience = 'everyone' | 'students' | 'young-adults' | 'parents' | 'professionals' | 'small-businesses' | 'hobbyists'
export type ContentType = 'photo' | 'carousel' | 'short-video' | 'long-video' | 'live' | 'story' | 'text'
export type BrandTone = 'friendly' | 'playful' | 'confident' | 'calm' | 'expert' | 'bold'
export type StrategyGoal = 'reach' | 'engagement' | 'followers' | 'sales' | 'traffic' | 'trust'

export interface PostingTimeContext {
  platform: Platform
  audience: Audience
  contentType: ContentType
  /** IANA name, for example `Asia/Seoul`: the audience's zone, in which the times are meant */
  timeZone: string
}

export interface PostingTimeSuggestion {
  /** `2026-11-27`, in the audience's zone */
  date: string
  /** `18:30`, in the audience's zone */
  time: string
  reasoning: string
  hashtags: string[]
  /** 0 to 1 */
  confidence: number
}

export interface CaptionContext {
  productName: string
  description: string
  platform: Platform
  brandTone: BrandTone
  /** Language of the captions, whatever that of the page is */
  language: 'en' | 'ko'
}

export interface CaptionSuggestion {
  /** What kind of caption it is, for the author who chooses */
  angle: string
  caption: string
  hashtags: string[]
}

export interface ContentStrategyContext {
  niche: string
  /** One to four */
  platforms: Platform[]
  /** One to three */
  goals: StrategyGoal[]
  /** `2026-12` */
  month: string
}

export interface ContentStrategySuggestion {
  /** `2026-12-04` */
  date: string
  platform: Platform
  theme: string
  /** First line of the post */
  hook: string
}
