'use client'

import { defineSuggestion } from '@inkling/widget-kit'
import type {
  CaptionContext,
  CaptionSuggestion,
  ContentStrategyContext,
  ContentStrategySuggestion,
  PostingTimeContext,
  PostingTimeSuggestion,
} from './context.ts'

/** Finds times in the coming week; the answer as it stands and the gestures on it, for markup of the host's own. */
export const usePostingTimeSuggestions = defineSuggestion<PostingTimeContext, PostingTimeSuggestion>('snsAuto', 'postingTimes', {
  platform: true,
  audience: true,
  contentType: true,
  timeZone: true,
})

/** Writes captions within the platform's length. */
export const useCaptionSuggestions = defineSuggestion<CaptionContext, CaptionSuggestion>('snsAuto', 'captions', {
  productName: true,
  description: true,
  platform: true,
  brandTone: true,
  language: true,
})

/** Plans a month of posts. */
export const useContentStrategySuggestions = defineSuggestion<ContentStrategyContext, ContentStrategySuggestion>(
  'snsAuto',
  'contentStrategy',
  { niche: true, platforms: true, goals: true, month: true },
)
