import Anthropic from '@anthropic-ai/sdk'
import { askAndExpectSource } from '../doors/answer-sources.ts'
import type { Target } from '../doors/targets.ts'
import { at, openLoop } from './open-loop.ts'

export interface LiveResult {
  perSecond: number
  /** Milliseconds of a whole answer. */
  direct: { p50: number; p99: number }
  inkling: { p50: number; p99: number }
}

// The rate of a large Claude account.
const perSecond = 100

/** A live answer through the plain door, and the same prompt by Claude's SDK alone, at the same stand-in and the same rate, in turns. */
export async function measureLive(live: Target, modelUrl: string, milliseconds: number): Promise<LiveResult> {
  await askAndExpectSource(live)
  const client = new Anthropic({ apiKey: 'any', baseURL: modelUrl, maxRetries: 0, logLevel: 'off' })
  const body = (await lastRequest(modelUrl)) as unknown as Anthropic.MessageCreateParamsStreaming
  const direct = async () => {
    for await (const event of await client.messages.create(body)) if (event.type === 'message_stop') return
  }
  const inkling = async () => {
    const { body: fresh, headers, url } = live
    const response = await fetch(url, { method: 'POST', headers, body: typeof fresh === 'string' ? fresh : fresh() })
    const text = await response.text()
    if (!text.includes('"source":"claude"'))
      throw new Error(`A live answer was expected, but ${response.status} came: ${text.slice(0, 300)}`)
  }
  const measure = async (send: () => Promise<void>) => {
    await openLoop({ perSecond, milliseconds: milliseconds / 2, send })
    const times = await openLoop({ perSecond, milliseconds, send })
    return { p50: at(times, 0.5), p99: at(times, 0.99) }
  }
  return { perSecond, direct: await measure(direct), inkling: await measure(inkling) }
}

/** The body of the last request that the stand-in has answered: our own, as it was sent. */
export async function lastRequest(modelUrl: string): Promise<Record<string, unknown>> {
  const { requests } = (await (await fetch(`${modelUrl}/_sim/requests`)).json()) as { requests: { body: Record<string, unknown> }[] }
  const last = requests.at(-1)
  if (!last) throw new Error('The stand-in for Claude has not been asked.')
  return last.body
}
