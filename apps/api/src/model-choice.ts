import type { ModelChoice } from '@inkling/suggestions'
import type { Environment } from './env.ts'

const escalationModel = 'claude-sonnet-5-5'

export function modelsOf(environment: Environment): ModelChoice {
  return { default: environment.CLAUDE_MODEL, escalation: escalationModel }
}
