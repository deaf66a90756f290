// About half a phone's screen: the widget has begun before it is seen, and what is never reached is never asked.
const margin = '400px'

const waiting = new WeakMap<Element, () => void>()
let observer: IntersectionObserver | undefined

/** Calls back once when the element is near the viewport; a hidden one is not. The returned function gives up. */
export function whenNear(element: Element, callback: () => void): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        observer?.unobserve(target)
        waiting.get(target)?.()
      }
    },
    { rootMargin: margin },
  )
  waiting.set(element, callback)
  observer.observe(element)
  return () => observer?.unobserve(element)
}
