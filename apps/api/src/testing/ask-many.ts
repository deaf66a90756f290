import { type Product, toKebabCase } from '@inkling/contracts'
import { registry } from '@inkling/prompts'
import type { Replicas } from './run-replicas.ts'

/** One caller: a user of a product, who asks something that nobody else asks. */
export interface Caller {
  product: Product
  userId: string
  tier: 'standard' | 'premium'
}

export interface AskedAnswer {
  status: number
  source?: string
  reason?: string
}

/** Their contexts have free text: an answer belongs to one user, so that every user's question is a call of its own. */
const personal = {
  coocook: registry.coocook.reviewTemplate,
  snsAuto: registry.snsAuto.captions,
  review: registry.review.briefGenerator,
  aiAutomation: registry.aiAutomation.codeReview,
  webappBuilder: registry.webappBuilder.featureIdeas,
} as const

/** Asks one replica; an aborted signal ends the request as a closed page does, and the answer is `status` 0. */
export async function askAs(replicas: Replicas, url: string, caller: Caller, signal?: AbortSignal): Promise<AskedAnswer> {
  const suggestion = personal[caller.product]
  const path = suggestion.name.split('.').map(toKebabCase).join('/')
  try {
    const response = await fetch(`${url}/api/v1/suggestions/${path}`, {
      method: 'POST',
      headers: { authorization: await replicas.authorization(caller), 'content-type': 'application/json' },
      body: JSON.stringify(suggestion.example),
      ...(signal === undefined ? {} : { signal }),
    })
    const body = (await response.json()) as { meta?: { source: string; reason?: string } }
    return { status: response.status, ...body.meta }
  } catch (error) {
    if (signal?.aborted) return { status: 0 }
    throw error
  }
}

/** How often each kind of answer came: `claude`, `template budget-held`, `http 500`. */
export function tally(answers: readonly AskedAnswer[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { status, source, reason } of answers) {
    const kind = status !== 200 ? `http ${status}` : reason === undefined ? `${source}` : `${source} ${reason}`
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}
