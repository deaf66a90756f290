import { CallerError } from '@inkling/contracts'
import { parseUsd } from '@inkling/cost'
import {
  type Database,
  denyOverridesIn,
  type GateOperations,
  type GateSettings,
  ledger,
  type PostgresDenyOverrides,
  type PostgresGate,
  type PostgresSpendingSample,
} from '@inkling/database'
import type { OperatorService } from '@inkling/router'
import type { Clock, SuggestionCache } from '@inkling/suggestions/ports'
import { describeForecast } from '../forecast/describe-forecast.ts'
import { priceAge } from '../price-watch.ts'
import { describeAttempt } from './describe-attempt.ts'
import { describeIncident } from './describe-incident.ts'
import { describeRetention } from './describe-retention.ts'
import { describeGate, describeLimit, describeSpending } from './describe-status.ts'
import { nameSuggestion, nameTarget } from './name-target.ts'
import { createPrivacyService, type PrivacyServiceParts } from './privacy-service.ts'

export interface OperatorServiceParts extends PrivacyServiceParts {
  settings: GateSettings
  operations: GateOperations
  /** What was answered before somebody looks is in the ledger by then. */
  gate: Pick<PostgresGate, 'settled'>
  sample: Pick<PostgresSpendingSample, 'factor'>
  /** This process's copy, brought up to date at once; the others follow within two seconds. */
  denyOverrides: Pick<PostgresDenyOverrides, 'refresh'>
  cache: Pick<SuggestionCache, 'purge' | 'invalidateUser'>
  clock: Clock
  /** How many days of history are kept. */
  retentionDays: number
  /** From how many days on the price table counts as old. */
  priceMaxAgeDays: number
}

/** What operators see and do, whatever door they come through. */
export function createOperatorService(parts: OperatorServiceParts): OperatorService {
  const { database, settings, operations, audited, sample, denyOverrides, cache, clock, gate } = parts
  const limits = async () => ({ limits: (await operations.limits()).map(describeLimit) })
  const refresh = () => denyOverrides.refresh().catch(() => {})

  return withUnavailable({
    async status() {
      await gate.settled()
      const [spending, state, disabled, openIncidents, retention] = await Promise.all([
        describeSpending(database, operations, settings.timeZone, clock.now()),
        operations.status(),
        denyOverridesIn(database),
        ledger.countOpenIncidents(database),
        describeRetention(database, parts.retentionDays),
      ])
      return {
        spending,
        ...describeGate(state, settings.requestsPerMinute),
        disabled: disabled.map(({ target, reason, setBy, setAt }) => ({ target, reason, by: setBy, at: setAt.toISOString() })),
        sampling: sample.factor,
        openIncidents,
        retention,
        prices: priceAge(clock.now(), parts.priceMaxAgeDays),
      }
    },
    limits,
    ...createPrivacyService(parts),
    async incidents(_operator, { limit, open }) {
      return { incidents: (await ledger.incidents(database, limit, open)).map(describeIncident) }
    },
    async attempts(_operator, page) {
      await gate.settled()
      return { attempts: (await ledger.pageOfAttempts(database, page)).map(describeAttempt) }
    },
    async forecast() {
      await gate.settled()
      return describeForecast({ database, operations, clock, timeZone: settings.timeZone }, sample.factor)
    },
    async verifyAudit() {
      const found = await audited.verify()
      if (found.intact) return { intact: true, rows: found.rows.toString(), code: found.code }
      return { intact: false, row: found.sequence.toString(), problem: found.problem }
    },
    async setLimit(operator, { scope, period, usd }) {
      const pico = usd === null ? undefined : parseUsd(usd)
      if (usd !== null && pico === undefined) {
        throw new CallerError('invalid-input', `"${usd}" is no amount. Give USD as a plain decimal such as 0.20.`, { field: 'usd' })
      }
      await audited.setLimit(operator, scope, period, pico)
      return limits()
    },
    async disable(operator, { product, suggestion, reason }) {
      const target = nameTarget({ product, suggestion })
      await audited.disable(operator, target, reason)
      await refresh()
      return { target }
    },
    async enable(operator, { product, suggestion }) {
      const target = nameTarget({ product, suggestion })
      const wasDisabled = await audited.enable(operator, target)
      await refresh()
      return { target, wasDisabled }
    },
    async hold(operator, { reason }) {
      await audited.hold(operator, reason)
      return { held: true }
    },
    async resume(operator) {
      const latches = await audited.resume(operator)
      const named = latches.map(({ scope, period, lifted }) => ({ scope: scope as 'global', period, lifted }))
      const strip = ({ scope, period }: (typeof named)[number]) => ({ scope, period })
      return { lifted: named.filter(({ lifted }) => lifted).map(strip), remaining: named.filter(({ lifted }) => !lifted).map(strip) }
    },
    async purge(operator, { answer, suggestion, promptVersion }) {
      if ((answer === undefined) === (suggestion === undefined)) {
        throw new CallerError('invalid-input', 'Say what to remove: either an answer or a suggestion.', { field: 'answer' })
      }
      const shown = answer === undefined ? undefined : await answerShownAs(database, answer)
      const target = shown
        ? { answerId: shown.answerId }
        : { suggestion: nameSuggestion(suggestion!), ...(promptVersion === undefined ? {} : { promptVersion }) }
      return audited.act(operator, 'purge', Object.values(target).join(' '), async () => {
        const removed = await cache.purge(target)
        if (removed === undefined) {
          throw new CallerError('unavailable', 'The cache did not answer; answers may be left in it. Look at /readyz and purge again.')
        }
        if (removed === 0 && shown?.isKnown === false) {
          throw new CallerError(
            'not-found',
            'No answer of that id is known. One that was shown just now is recorded within seconds: try again.',
          )
        }
        return { before: null, after: { removed }, result: { removed } }
      })
    },
  })
}

/** People report what they saw under its own id; in the cache it may lie under the id of whom it was written for. */
async function answerShownAs(database: Database, suggestionId: string): Promise<{ answerId: string; isKnown: boolean }> {
  // Of a sealed id, the part before the point is what the ledger knows.
  const id = suggestionId.split('.')[0]!
  const answerId = await ledger.answerOf(database, id)
  return { answerId: answerId ?? id, isKnown: answerId !== undefined }
}

/** A failure of Postgres becomes a sentence for the operator; what was not done is not half done. */
function withUnavailable(service: OperatorService): OperatorService {
  return Object.fromEntries(
    Object.entries(service).map(([name, act]) => [
      name,
      async (...args: Parameters<typeof act>) => {
        try {
          return await (act as (...args: unknown[]) => Promise<unknown>)(...args)
        } catch (error) {
          if (error instanceof CallerError) throw error
          throw new CallerError('unavailable', 'The database did not answer; nothing was changed. Look at /readyz and try again.')
        }
      },
    ]),
  ) as unknown as OperatorService
}
