import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer, Locale } from '@inkling/contracts'
import { formatUsd } from '@inkling/cost'
import { type Suggestion, suggestions } from '@inkling/prompts'
import type { FeatureFlags, ModelRequest, Ports, ReservationRequest, SecurityRecord } from '@inkling/suggestions/ports'
import { compose } from './compose.ts'
import type { Environment } from './env.ts'

export interface TryOutRequest {
  name: string
  /** `undefined`: the suggestion's own example. */
  context: unknown
  variant: string | undefined
  locale: Locale
}

/** What the person at the command line asked for does not exist. */
class TryOutRefused extends Error {
  override readonly name = 'TryOutRefused'
}

interface Seen {
  requests: ModelRequest[]
  reservations: ReservationRequest[]
  findings: SecurityRecord[]
}

/** One request through the real pipeline, with the variant chosen and no cache in between; the report for a person. */
export async function tryOut(environment: Environment, request: TryOutRequest): Promise<string> {
  const suggestion = find(request.name)
  const variant = request.variant ?? suggestion.control
  if (!Object.hasOwn(suggestion.variants, variant)) {
    throw new TryOutRefused(`${suggestion.name} has no variant "${variant}"; it has ${Object.keys(suggestion.variants).join(', ')}.`)
  }
  // The embedded database has one owner, which may be a running server: a trial then gets a folder of its own.
  const folder = environment.DATABASE_URL ? undefined : mkdtempSync(join(tmpdir(), 'inkling-try-'))
  const seen: Seen = { requests: [], reservations: [], findings: [] }
  const own = folder === undefined ? environment : { ...environment, INKLING_DATA_DIR: folder, SIM_PORT: 0 }
  try {
    const composition = await compose(
      own,
      () => {},
      (ports) => watched(ports, variant, seen),
    )
    try {
      const caller = {
        product: suggestion.product,
        userKey: 'command-line',
        tier: 'standard',
        locale: request.locale,
        sees: 'everything',
      } as const
      const context = request.context ?? suggestion.example
      const answer = await composition.services.pipeline.answer({
        suggestion,
        context,
        caller,
        requestId: composition.services.newRequestId(),
      })
      return describe(suggestion, variant, seen, answer)
    } finally {
      await composition.close()
    }
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function find(name: string): Suggestion {
  const found = suggestions.find((suggestion) => suggestion.name === name || suggestion.path === name)
  if (found) return found
  throw new TryOutRefused(`There is no suggestion "${name}". There are ${suggestions.map(({ path }) => path).join(', ')}.`)
}

function watched(ports: Ports, variant: string, seen: Seen): Ports {
  const chosen: FeatureFlags = { forUser: () => ({ admission: () => 'admitted', prompt: () => ({ value: { variant } }) }) }
  return {
    ...ports,
    flags: chosen,
    cache: { get: async () => undefined, set: async () => {}, invalidateUser: async () => 0, purge: async () => 0, close: async () => {} },
    model: {
      simulated: ports.model.simulated,
      ask(request, signal) {
        seen.requests.push(request)
        return ports.model.ask(request, signal)
      },
    },
    gate: {
      reserve(request) {
        seen.reservations.push(request)
        return ports.gate.reserve(request)
      },
      settle: (settlement) => ports.gate.settle(settlement),
    },
    records: {
      exposure: () => {},
      served: (record) => ports.records.served(record),
      feedback: (records) => ports.records.feedback(records),
      security(record) {
        seen.findings.push(record)
        ports.records.security(record)
      },
    },
  }
}

function describe(suggestion: Suggestion, variant: string, seen: Seen, answer: Answer): string {
  const [request] = seen.requests
  const [reservation] = seen.reservations
  const { meta } = answer
  const findings = seen.findings.map(({ kind, where, action }) => `${kind} in ${where}: ${action}`)
  const parts: [string, string][] = [
    ['Suggestion', `${suggestion.name}, variant ${variant} (flag ${suggestion.promptFlag})`],
    ['Safety', findings.length === 0 ? 'nothing found' : findings.join('\n')],
    ['Instructions', request?.system ?? 'nothing was sent'],
    ['Data', request?.data ?? 'nothing was sent'],
    ['Cost bound', reservation ? `$${formatUsd(reservation.worstCase)}` : 'no call'],
    [
      'Cost',
      meta.usage
        ? `$${meta.costUsd} for ${meta.usage.inputTokens} + ${meta.usage.outputTokens} tokens of ${meta.model}`
        : `$${meta.costUsd}`,
    ],
    ['Source', [meta.source, meta.reason, meta.simulated ? 'simulated' : undefined].filter(Boolean).join(', ')],
    ['Answer', JSON.stringify(answer.items, null, 2)],
  ]
  return parts.map(([title, body]) => `${title}\n${body.replace(/^/gm, '  ')}\n`).join('\n')
}
