import { parseUsd } from '@inkling/cost'

/** One row of the roadmap's table of costs (its section 2.1). */
export interface RoadmapEstimate {
  inputTokens: number
  outputTokens: number
  /** As printed there, in USD. */
  statedUsd: string
}

/** The model that the roadmap reckoned with, and the last day on which it could be bought. */
export const roadmapModel = { model: 'claude-3-5-sonnet', day: '2025-10-28' }

/** The roadmap's average for one call, in USD; every suggestion has to stay below it. */
export const roadmapAverageUsd = '0.0036'

export const roadmapAveragePico = parseUsd(roadmapAverageUsd)!

/** By suggestion. Three of the five are not what its own prices of $3 and $15 per million tokens give. */
export const roadmapEstimates: Readonly<Record<string, RoadmapEstimate>> = {
  'coocook.chefRecommendation': { inputTokens: 150, outputTokens: 75, statedUsd: '0.00158' },
  'snsAuto.postingTimes': { inputTokens: 200, outputTokens: 100, statedUsd: '0.0021' },
  'review.campaignStrategy': { inputTokens: 250, outputTokens: 150, statedUsd: '0.00465' },
  'aiAutomation.codeReview': { inputTokens: 300, outputTokens: 200, statedUsd: '0.006' },
  'webappBuilder.learningPath': { inputTokens: 180, outputTokens: 120, statedUsd: '0.00378' },
}
