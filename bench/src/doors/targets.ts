import { registry } from '@inkling/prompts'
import type { Peer } from '../peer/start-peer.ts'
import type { Measured, startBaselines } from '../processes.ts'

type Source = 'claude' | 'cache'

export interface Target {
  /** For `--only`. */
  key: string
  name: string
  url: string
  headers: Record<string, string>
  /** One body, or a fresh one for each request. */
  body: string | (() => string)
  process: Measured
  /** Where every answer must come from; absent for the baselines. */
  answersFrom?: Source
}

export const targetKeys = ['bare', 'empty-trpc', 'plain', 'trpc', 'stream', 'live', 'peer'] as const

/** The public gateway, which passes that request on. */
export function peerTarget(peer: Peer, body: string): Target {
  return { key: 'peer', name: 'public gateway, passed through', url: peer.url, headers: peer.headers, body, process: peer }
}

/** The baselines, one suggestion out of the cache through each door, and one that costs a call each time. */
export function targetsOf(
  baselines: Awaited<ReturnType<typeof startBaselines>>,
  inkling: Measured & { url: string; token: string },
): Target[] {
  const json = { 'content-type': 'application/json' }
  const headers = { ...json, authorization: `Bearer ${inkling.token}` }
  const { example } = registry.coocook.chefRecommendation
  const context = JSON.stringify(example)
  const plain = `${inkling.url}/api/v1/suggestions/coocook/chef-recommendation`
  const trpc = (router: string) => `${inkling.url}/trpc/${router}.coocook.chefRecommendation`
  const cached = { headers, body: context, process: inkling, answersFrom: 'cache' } as const
  // As the widgets send it: a batch, here of one, whose answer comes in lines.
  const streamed = { ...headers, 'trpc-accept': 'application/jsonl' }
  let asked = 0
  // No two alike, so that the cache never answers; within the bounds of the fields.
  const fresh = () => {
    asked += 1
    return JSON.stringify({ ...example, budgetUsd: 1_000 + (asked % 90_000), partySize: 5 + Math.floor(asked / 90_000) })
  }
  return [
    { key: 'bare', name: 'bare node:http', url: baselines.bare, headers: json, body: context, process: baselines },
    { key: 'empty-trpc', name: 'empty tRPC procedure', url: baselines.trpc, headers: json, body: '{}', process: baselines },
    { key: 'plain', name: 'cached, plain HTTP', url: plain, ...cached },
    { key: 'trpc', name: 'cached, tRPC', url: trpc('suggest'), ...cached },
    {
      key: 'stream',
      name: 'cached, tRPC stream',
      url: `${trpc('suggestStream')}?batch=1`,
      ...cached,
      headers: streamed,
      body: `{"0":${context}}`,
    },
    { key: 'live', name: 'live, simulator at zero latency', url: plain, headers, body: fresh, process: inkling, answersFrom: 'claude' },
  ]
}
