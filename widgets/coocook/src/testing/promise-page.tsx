import '../styles.css'
import { mountPromisePage } from '@inkling/widget-kit/testing/mount-promise-page'
import { ChefSuggestions, MenuSuggestions, ReviewTemplateSuggestions } from '../index.ts'

mountPromisePage(import.meta.url, {
  chefRecommendation: ChefSuggestions,
  menuCuration: MenuSuggestions,
  reviewTemplate: ReviewTemplateSuggestions,
})
