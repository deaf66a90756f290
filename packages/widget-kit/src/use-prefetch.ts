'use client'

import { useEffect, useMemo, useRef } from 'react'

/** To be spread on the element that leads to a suggestion: `<button {...prefetch}>`. */
export interface PrefetchHandlers {
  onPointerEnter?: () => void
  onPointerLeave?: () => void
  onFocus?: () => void
  onBlur?: () => void
}

// A pointer that crosses a button on its way stays for less.
const intentMilliseconds = 100

/** Calls `prefetch` when somebody rests on the element, or, with `whenIdle`, as soon as the page has nothing else to do. */
export function usePrefetch(prefetch: () => void, whenIdle: boolean): PrefetchHandlers {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(prefetch)
  useEffect(() => {
    latest.current = prefetch
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (!whenIdle) return
    const start = () => {
      if (document.visibilityState === 'visible') prefetch()
    }
    if (typeof requestIdleCallback === 'undefined') {
      // Safari. After two seconds a page has mostly settled.
      const waiting = setTimeout(start, 2_000)
      return () => clearTimeout(waiting)
    }
    const waiting = requestIdleCallback(start)
    return () => cancelIdleCallback(waiting)
  }, [whenIdle, prefetch])

  return useMemo(() => {
    const leave = () => clearTimeout(timer.current)
    const enter = () => {
      leave()
      timer.current = setTimeout(() => latest.current(), intentMilliseconds)
    }
    return { onPointerEnter: enter, onPointerLeave: leave, onFocus: enter, onBlur: leave }
  }, [])
}
