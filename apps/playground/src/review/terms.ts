import type { BriefSuggestionsProps, CampaignStrategySuggestionsProps, InfluencerSuggestionsProps } from '@inkling/widgets-review'

export type Category = CampaignStrategySuggestionsProps['productCategory']
export type Goal = CampaignStrategySuggestionsProps['goal']
export type Audience = CampaignStrategySuggestionsProps['audience']
export type Voice = InfluencerSuggestionsProps['brandVoice']
export type Deliverable = BriefSuggestionsProps['deliverables'][number]

export const categories = [
  'skincare',
  'makeup',
  'fashion',
  'food',
  'drinks',
  'fitness',
  'home',
  'technology',
  'travel',
  'pets',
] as const satisfies Category[]
export const goals = ['sales', 'awareness', 'engagement', 'traffic', 'sign-ups', 'content'] as const satisfies Goal[]
export const audiences = [
  'young-professionals',
  'students',
  'new-parents',
  'beauty-fans',
  'home-cooks',
  'fitness-fans',
  'tech-fans',
  'travellers',
  'pet-owners',
  'everyone',
] as const satisfies Audience[]
export const voices = ['warm', 'playful', 'expert', 'bold', 'calm', 'luxurious', 'plain-spoken'] as const satisfies Voice[]
