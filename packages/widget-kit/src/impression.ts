export interface ImpressionOptions {
  /** At least half of the element (or of the window) was visible for one second while the tab was shown. Called once. */
  onImpression: () => void
  /** All the visible milliseconds, when the element or the page is left after an impression. Called once. */
  onDwell: (milliseconds: number) => void
}

const visibleMilliseconds = 1_000
const visibleShare = 0.5

/** Watches one element; the returned function ends the watch and reports the dwell time. */
export function watchImpression(element: Element, { onImpression, onDwell }: ImpressionOptions): () => void {
  let inView = false
  let visibleSince: number | undefined
  let total = 0
  let seen = false
  let reported = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const update = () => {
    const visible = inView && document.visibilityState === 'visible'
    if (visible && visibleSince === undefined) {
      visibleSince = performance.now()
      if (!seen)
        timer = setTimeout(() => {
          seen = true
          onImpression()
        }, visibleMilliseconds)
    } else if (!visible && visibleSince !== undefined) {
      clearTimeout(timer)
      total += performance.now() - visibleSince
      visibleSince = undefined
    }
  }

  const report = () => {
    update()
    if (!seen || reported) return
    reported = true
    onDwell(Math.round(total))
  }

  const leave = () => {
    inView = false
    report()
  }

  const onVisibilityChange = () => (document.visibilityState === 'hidden' ? report() : update())

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { intersectionRatio, intersectionRect, rootBounds } of entries) {
        // A card taller than two windows can never show half of itself: filling half of the window counts as well.
        const windowShare = rootBounds && rootBounds.height > 0 ? intersectionRect.height / rootBounds.height : 0
        inView = Math.max(intersectionRatio, windowShare) >= visibleShare
      }
      update()
    },
    { threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5] },
  )
  observer.observe(element)
  // In the capture phase, so that the dwell time is in the queue before the queue is handed to the browser.
  document.addEventListener('visibilitychange', onVisibilityChange, true)
  window.addEventListener('pagehide', leave, true)
  return () => {
    observer.disconnect()
    document.removeEventListener('visibilitychange', onVisibilityChange, true)
    window.removeEventListener('pagehide', leave, true)
    leave()
  }
}
