import { briefGenerator } from './brief-generator.ts'
import { campaignStrategy } from './campaign-strategy.ts'
import { influencerMatching } from './influencer-matching.ts'

export const review = { campaignStrategy, influencerMatching, briefGenerator }
