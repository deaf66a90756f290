/** Milliseconds from the moment at which each request was due to its end, ascending. */
export type Latencies = Float64Array

/**
 * Sends at a fixed rate, whether or not earlier requests have been answered: a slow answer does not hold back the next question. Rejects
 * with the first failure.
 */
export async function openLoop(options: { perSecond: number; milliseconds: number; send: () => Promise<unknown> }): Promise<Latencies> {
  const { perSecond, milliseconds, send } = options
  const count = Math.round((perSecond * milliseconds) / 1000)
  const start = performance.now()
  const times = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const due = start + (index * 1000) / perSecond
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
      await send()
      return performance.now() - due
    }),
  )
  return Float64Array.from(times).sort()
}

export const at = (times: Latencies, share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
