import { useEffect, useState } from 'react'
import { steps } from './steps.ts'

// Long enough to follow with the eye, short enough to be called a test.
const slowestMilliseconds = 500

/** A pretended run through the steps, one after the other. */
export function useTestRun() {
  /** From 0; the number of steps once the run has ended. */
  const [at, setAt] = useState<number>()
  useEffect(() => {
    const step = at === undefined ? undefined : steps[at]
    if (!step) return
    const timer = setTimeout(() => setAt((current) => (current ?? 0) + 1), Math.min(slowestMilliseconds, 150 + step.milliseconds))
    return () => clearTimeout(timer)
  }, [at])
  return {
    /** From 1; 0 where nothing runs. */
    runningStep: at !== undefined && at < steps.length ? at + 1 : 0,
    passedSteps: at ?? 0,
    ended: at === steps.length,
    milliseconds: steps.reduce((sum, step) => sum + step.milliseconds, 0),
    start: () => setAt(0),
  }
}

export type TestRun = ReturnType<typeof useTestRun>
