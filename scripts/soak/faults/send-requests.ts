import { type AskedAnswer, askAs, type Caller } from '../../../apps/api/src/testing/ask-many.ts'
import type { Replicas } from '../../../apps/api/src/testing/run-replicas.ts'
import { seeded } from '../seeded.ts'

export interface Traffic {
  seed: number
  requests: number
  /** Under way at once. */
  atOnce: number
  /** Called before each request, with its number from 0. */
  before(index: number): void
}

const products = ['coocook', 'snsAuto', 'review', 'webappBuilder'] as const
const abortShare = 0.3
const longestUntilAbortMs = 400

/**
 * Sends that many requests to replicas that run, drawn from the seed; three of ten callers leave before their answer. A request whose
 * replica was killed under it is `cut`; every other answer must be one.
 */
export async function sendRequests(replicas: Replicas, { seed, requests, atOnce, before }: Traffic): Promise<(AskedAnswer | 'cut')[]> {
  const answers: (AskedAnswer | 'cut')[] = []
  let next = 0

  async function one(index: number): Promise<AskedAnswer | 'cut'> {
    // Drawn from its own number: which worker sends it makes no difference.
    const draw = seeded(seed * 1_000_003 + index)
    const caller: Caller = { product: draw.pick(products), userId: `u${index}`, tier: draw.fraction() < 0.3 ? 'premium' : 'standard' }
    const leaves = draw.fraction() < abortShare
    const leaveAfter = draw.fraction() * longestUntilAbortMs
    const replica = draw.pick(replicas.all.filter(({ isRunning }) => isRunning))
    const { pid } = replica
    const leaving = new AbortController()
    const timer = leaves ? setTimeout(() => leaving.abort(), leaveAfter) : undefined
    try {
      return await askAs(replicas, replica.url, caller, leaving.signal)
    } catch (error) {
      if (replica.pid === pid && replica.isRunning) throw error
      return 'cut'
    } finally {
      clearTimeout(timer)
    }
  }

  const worker = async () => {
    while (next < requests) {
      const index = next++
      before(index)
      answers.push(await one(index))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return answers
}
