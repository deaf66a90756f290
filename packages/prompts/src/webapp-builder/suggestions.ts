import { codeExplanation } from './code-explanation.ts'
import { featureIdeas } from './feature-ideas.ts'
import { learningPath } from './learning-path.ts'

export const webappBuilder = { codeExplanation, featureIdeas, learningPath }
