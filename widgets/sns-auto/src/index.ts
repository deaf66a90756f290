export { InklingProvider, type InklingProviderProps } from '@inkling/widget-kit'
export { CaptionSuggestions, type CaptionSuggestionsProps } from './caption-suggestions.tsx'
export { ContentStrategySuggestions, type ContentStrategySuggestionsProps } from './content-strategy-suggestions.tsx'
export type {
  CaptionContext,
  CaptionSuggestion,
  ContentStrategyContext,
  ContentStrategySuggestion,
  PostingTimeContext,
  PostingTimeSuggestion,
} from './context.ts'
export { useCaptionSuggestions, useContentStrategySuggestions, usePostingTimeSuggestions } from './hooks.ts'
export { PostingTimeSuggestions, type PostingTimeSuggestionsProps } from './posting-time-suggestions.tsx'
