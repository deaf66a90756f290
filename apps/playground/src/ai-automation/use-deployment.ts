import type { SuccessMetricSuggestion } from '@inkling/widgets-ai-automation'
import { useState } from 'react'

const liveVersion = 12

/** What is deployed, what for, and what is watched. */
export function useDeployment() {
  /** Undefined until somebody has typed. */
  const [goal, setGoal] = useState<string>()
  const [tracked, setTracked] = useState<readonly SuccessMetricSuggestion[]>([])
  const [deployed, setDeployed] = useState(false)
  const remove = (metric: SuccessMetricSuggestion) => setTracked((current) => current.filter((other) => other !== metric))
  return {
    goal,
    tracked,
    deployed,
    version: liveVersion + 1,
    earlierVersion: liveVersion,
    setGoal,
    setDeployed,
    remove,
    track(metric: SuccessMetricSuggestion) {
      setTracked((current) => [...current, metric])
      return () => remove(metric)
    },
  }
}

export type Deployment = ReturnType<typeof useDeployment>
