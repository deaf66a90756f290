import { BriefSuggestions, CampaignStrategySuggestions, InfluencerSuggestions } from '@inkling/widgets-review'
import styles from '@inkling/widgets-review/styles.css?inline'
import { productOf } from '../element/product-of.ts'

export const mount = productOf(styles, {
  'campaign-strategy': CampaignStrategySuggestions,
  'influencer-matching': InfluencerSuggestions,
  'brief-generator': BriefSuggestions,
})
