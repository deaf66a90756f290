import type { WorkflowSuggestion } from '@inkling/widgets-ai-automation'
import { useState } from 'react'

/** The workflow as its author is changing it. */
export function useWorkflow() {
  /** From 1 */
  const [selected, setSelected] = useState(3)
  /** Undefined until somebody has typed. */
  const [painPoint, setPainPoint] = useState<string>()
  const [changes, setChanges] = useState<readonly WorkflowSuggestion[]>([])
  const remove = (change: WorkflowSuggestion) => setChanges((current) => current.filter((other) => other !== change))
  return {
    selected,
    painPoint,
    changes,
    select: setSelected,
    setPainPoint,
    remove,
    plan(change: WorkflowSuggestion) {
      setChanges((current) => [...current, change])
      if (change.step > 0) setSelected(change.step)
      return () => remove(change)
    },
  }
}

export type Workflow = ReturnType<typeof useWorkflow>
