import { CaptionSuggestions, ContentStrategySuggestions, PostingTimeSuggestions } from '@inkling/widgets-sns-auto'
import styles from '@inkling/widgets-sns-auto/styles.css?inline'
import { productOf } from '../element/product-of.ts'

export const mount = productOf(styles, {
  captions: CaptionSuggestions,
  'content-strategy': ContentStrategySuggestions,
  'posting-times': PostingTimeSuggestions,
})
