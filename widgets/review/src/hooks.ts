'use client'

import { defineSuggestion, sendCandidates } from '@inkling/widget-kit'
import type {
  BriefContext,
  BriefSection,
  CampaignContext,
  InfluencerCandidate,
  InfluencerContext,
  InfluencerMatch,
  StrategyPart,
} from './context.ts'

/** Outlines a campaign; the answer as it stands and the gestures on it, for markup of the host's own. */
export const useCampaignStrategySuggestions = defineSuggestion<CampaignContext, StrategyPart>('review', 'campaignStrategy', {
  productCategory: true,
  budgetUsd: true,
  goal: true,
  audience: true,
})

/** Ranks the people on the page for the campaign. */
export const useInfluencerSuggestions = defineSuggestion<InfluencerContext, InfluencerMatch>('review', 'influencerMatching', {
  brandVoice: true,
  audience: true,
  // A person's name is shown, and stays in the browser.
  influencers: sendCandidates<Omit<InfluencerCandidate, 'name'>>({ id: true, niche: true, reach: true, engagementRate: true }),
})

/** Writes the sections of a brief. */
export const useBriefSuggestions = defineSuggestion<BriefContext, BriefSection>('review', 'briefGenerator', {
  productName: true,
  productCategory: true,
  goal: true,
  audience: true,
  brandVoice: true,
  keyMessage: true,
  deliverables: true,
  daysUntilPosting: true,
  dos: true,
  donts: true,
})
