'use client'

import { useState } from 'react'

/**
 * What the host passed when the answer that is shown began: an answer stays until the next one is asked for, and its lines and steps are
 * those of its own question, not of what has been typed meanwhile.
 */
export function useAnswered<Value>(current: Value, suggestionId: string | undefined): Value {
  const [answered, setAnswered] = useState({ suggestionId, value: current })
  if (answered.suggestionId === suggestionId) return answered.value
  setAnswered({ suggestionId, value: current })
  return current
}
