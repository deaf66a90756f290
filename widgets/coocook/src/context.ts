export type Cuisine = 'korean' | 'italian' | 'japanese' | 'french' | 'mexican' | 'indian' | 'chinese' | 'mediterranean' | 'american' | 'any'
export type Dietary = 'vegetarian' | 'vegan' | 'gluten-free' | 'dairy-free' | 'nut-free' | 'halal' | 'kosher' | 'pescatarian'
export type Occasion = 'birthday' | 'anniversary' | 'dinner-party' | 'business' | 'holiday' | 'wedding' | 'casual'
export type PriceBand = 'budget' | 'standard' | 'premium'
export type Course = 'appetizer' | 'soup' | 'salad' | 'main' | 'side' | 'dessert' | 'drink'

export interface ChefCandidate {
  id: string
  cuisines: string[]
  priceBand: PriceBand
  /** 0 to 5 */
  rating: number
  tags: string[]
  /** Shown in the widget; stays in the browser. */
  name?: string
}

export interface ChefContext {
  /** Whole US dollars */
  budgetUsd: number
  cuisine: Cuisine
  dietary: Dietary[]
  partySize: number
  /** The first 20 are considered. */
  chefs: ChefCandidate[]
}

export interface ChefSuggestion {
  chefId: string
  reasoning: string
  /** 0 to 1 */
  confidence: number
}

export interface MenuContext {
  guests: number
  dietary: Dietary[]
  cuisine: Cuisine
  occasion: Occasion
  hours: number
}

export interface MenuSuggestion {
  dish: string
  description: string
  course: Course
  /** Minutes after the guests arrive */
  startMinute: number
  /** 1 is plated first */
  platingOrder: number
}

export interface ReviewContext {
  rating: 1 | 2 | 3 | 4 | 5
  occasion: Occasion
  dishes: string[]
  highlights?: string
}

export interface ReviewSuggestion {
  heading: string
  body: string
}
