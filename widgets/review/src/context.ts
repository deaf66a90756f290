export type ProductCategory =
  | 'skincare'
  | 'makeup'
  | 'fashion'
  | 'food'
  | 'drinks'
  | 'fitness'
  | 'home'
  | 'technology'
  | 'games'
  | 'travel'
  | 'parenting'
  | 'pets'
  | 'education'
export type CampaignGoal = 'awareness' | 'engagement' | 'traffic' | 'sales' | 'sign-ups' | 'content'
export type Audience =
  | 'everyone'
  | 'teens'
  | 'students'
  | 'young-professionals'
  | 'new-parents'
  | 'beauty-fans'
  | 'fashion-fans'
  | 'home-cooks'
  | 'fitness-fans'
  | 'gamers'
  | 'tech-fans'
  | 'travellers'
  | 'pet-owners'
  | 'over-50s'
export type BrandVoice = 'playful' | 'warm' | 'expert' | 'bold' | 'calm' | 'luxurious' | 'plain-spoken'
export type DeliverableFormat =
  | 'instagram-post'
  | 'instagram-reel'
  | 'instagram-story'
  | 'tiktok-video'
  | 'youtube-video'
  | 'youtube-short'
  | 'livestream'
  | 'blog-post'
export type StrategyPartName = 'audience' | 'kpis' | 'creators' | 'brief' | 'amplification' | 'timeline'
export type InfluencerRole = 'reach' | 'engagement' | 'expertise' | 'test'
export type BriefSectionName = 'campaign' | 'audience' | 'message' | 'deliverables' | 'dos' | 'donts' | 'schedule'

export interface CampaignContext {
  productCategory: ProductCategory
  /** Whole US dollars, for everything */
  budgetUsd: number
  goal: CampaignGoal
  audience: Audience
}

export interface StrategyPart {
  part: StrategyPartName
  headline: string
  plan: string
  kpi: string
  /** Arithmetic over what platforms count */
  formula: string
  target: string
  /** Share of the budget; all parts together never exceed 100. */
  budgetPercent: number
}

export interface InfluencerCandidate {
  id: string
  niche: string
  /** People reached, as the platform counts them */
  reach: number
  /** In percent: 4.2 means 4.2 % */
  engagementRate: number
  /** Shown in the widget; stays in the browser. */
  name?: string
}

export interface InfluencerContext {
  brandVoice: BrandVoice
  audience: Audience
  /** The first 20 are considered. */
  influencers: InfluencerCandidate[]
}

export interface InfluencerMatch {
  influencerId: string
  role: InfluencerRole
  reasoning: string
  postIdea: string
  /** 0 to 1 */
  confidence: number
}

export interface BriefContext {
  productName: string
  productCategory: ProductCategory
  goal: CampaignGoal
  audience: Audience
  brandVoice: BrandVoice
  keyMessage?: string
  deliverables: { format: DeliverableFormat; count: number }[]
  daysUntilPosting: number
  dos: string[]
  donts: string[]
}

export interface BriefSection {
  section: BriefSectionName
  heading: string
  body: string
}
