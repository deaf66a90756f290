export { InklingProvider, type InklingProviderProps } from '@inkling/widget-kit'
export { BriefSuggestions, type BriefSuggestionsProps } from './brief-suggestions.tsx'
export { CampaignStrategySuggestions, type CampaignStrategySuggestionsProps } from './campaign-strategy-suggestions.tsx'
export type {
  Audience,
  BrandVoice,
  BriefContext,
  BriefSection,
  CampaignContext,
  CampaignGoal,
  InfluencerCandidate,
  InfluencerContext,
  InfluencerMatch,
  ProductCategory,
  StrategyPart,
} from './context.ts'
export { useBriefSuggestions, useCampaignStrategySuggestions, useInfluencerSuggestions } from './hooks.ts'
export { InfluencerSuggestions, type InfluencerSuggestionsProps } from './influencer-suggestions.tsx'
