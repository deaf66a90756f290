/** What the first card of a page did and when, in milliseconds of the page's clock. */
export interface CardTimes {
  /** The frame with the page's first content, and the frame with the card's skeleton. */
  content: number
  skeleton: number
  /** The card's question left the page. */
  asked: number
  /** The frame with the first item, and the one with the complete answer. */
  item: number
  ready: number
}

declare global {
  var cardTimes: CardTimes
  /** Slowest interaction so far, from the input to the next paint; 0 while all took less than a frame. */
  var slowestInteraction: number
}

/** Runs in the page, before its own scripts. */
export function watchCard(): void {
  const times: CardTimes = { content: 0, skeleton: 0, asked: 0, item: 0, ready: 0 }
  globalThis.cardTimes = times
  globalThis.slowestInteraction = 0
  const seen: [keyof CardTimes, string][] = [
    ['content', '#root > *'],
    ['skeleton', '.ink-root .ink-bones'],
    ['item', '.ink-root .ink-item'],
    ['ready', '.ink-root[data-status=ready]'],
  ]
  const look = () => {
    // What is in the document when a frame begins is painted by it.
    for (const [name, selector] of seen) if (times[name] === 0 && document.querySelector(selector)) times[name] = performance.now()
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name.includes('/trpc/') && times.asked === 0) times.asked = startTime
  }).observe({ type: 'resource', buffered: true })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) slowestInteraction = Math.max(slowestInteraction, duration)
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
}

/** Runs in the page: presses "New suggestions" of the first card; milliseconds until the frame with the complete answer. */
export function askAgain(): Promise<number> {
  return new Promise((resolve) => {
    const card = document.querySelector<HTMLElement>('.ink-root')
    const start = performance.now()
    card?.querySelector<HTMLElement>('.ink-head button')?.click()
    let hasBegun = false
    const look = () => {
      const isReady = card?.dataset.status === 'ready'
      hasBegun ||= !isReady
      if (hasBegun && isReady && card?.querySelector('.ink-item')) resolve(performance.now() - start)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}
