import { chefRecommendation } from './chef-recommendation.ts'
import { menuCuration } from './menu-curation.ts'
import { reviewTemplate } from './review-template.ts'

export const coocook = { chefRecommendation, menuCuration, reviewTemplate }
