import { CodeExplanationSuggestions, FeatureIdeaSuggestions, LearningPathSuggestions } from '@inkling/widgets-webapp-builder'
import styles from '@inkling/widgets-webapp-builder/styles.css?inline'
import { productOf } from '../element/product-of.ts'

export const mount = productOf(styles, {
  'learning-path': LearningPathSuggestions,
  'code-explanation': CodeExplanationSuggestions,
  'feature-ideas': FeatureIdeaSuggestions,
})
