import type { Clock } from '@inkling/suggestions/ports'
import type { AuditValue } from './audit-code.ts'
import type { AuditLog, AuditVerification } from './audit-log.ts'
import type { Database } from './database.ts'
import { type DenyTarget, deleteDenyOverride, findDenyOverride, putDenyOverride } from './deny-override-rows.ts'
import { type CeilingLatch, GateOperations, type Limit } from './gate-operations.ts'
import type { GateSettings } from './gate-settings.ts'
import type { Period, Scope } from './tables.ts'
import { withinTransaction } from './within-transaction.ts'

/** Who acts; stands in the audit log. */
export interface Operator {
  name: string
  role: string
}

interface Act<Result> {
  before: AuditValue
  after: AuditValue
  result: Result
}

/**
 * What operators change, each act in one transaction with its row in the audit log: what is not written there has not happened.
 * Everything rejects while Postgres is away: an operator must know.
 */
export class AuditedOperations {
  readonly #database: Database
  readonly #settings: GateSettings
  readonly #clock: Clock
  readonly #audit: AuditLog

  constructor(options: { database: Database; settings: GateSettings; clock: Clock; audit: AuditLog }) {
    this.#database = options.database
    this.#settings = options.settings
    this.#clock = options.clock
    this.#audit = options.audit
  }

  /** Nothing of the target is granted any more once this resolves. */
  disable(operator: Operator, target: DenyTarget, reason: string): Promise<void> {
    return this.act(operator, 'disable', target, async (database) => {
      const before = (await findDenyOverride(database, target))?.reason ?? null
      await putDenyOverride(database, { target, reason, setBy: operator.name })
      return { before, after: reason, result: undefined }
    })
  }

  /** Whether it was switched off. */
  enable(operator: Operator, target: DenyTarget): Promise<boolean> {
    return this.act(operator, 'enable', target, async (database) => {
      const before = (await findDenyOverride(database, target))?.reason ?? null
      return { before, after: null, result: await deleteDenyOverride(database, target) }
    })
  }

  /** Pico-dollars; `undefined`: none. Holds from now on, over the environment's value and restarts. */
  setLimit(operator: Operator, scope: Scope, period: Period, pico: bigint | undefined): Promise<void> {
    return this.act(operator, 'set-limit', `${scope}/${period}`, async (database) => {
      const operations = new GateOperations(database, this.#settings)
      const before = (await operations.limits()).find((limit: Limit) => limit.scope === scope && limit.period === period)?.pico
      await operations.setLimit(scope, period, pico, operator.name)
      return { before: amount(before), after: amount(pico), result: undefined }
    })
  }

  /** Spending is off until `resume`. */
  hold(operator: Operator, reason: string): Promise<void> {
    return this.act(operator, 'hold', 'global', async (database) => {
      const operations = new GateOperations(database, this.#settings)
      const before = (await operations.status()).held?.reason ?? null
      await operations.hold(reason, operator.name)
      return { before, after: reason, result: undefined }
    })
  }

  /** Ends hold, breaker and pause; every ceiling latch there was, and whether it could be lifted. */
  resume(operator: Operator): Promise<CeilingLatch[]> {
    return this.act(operator, 'resume', 'global', async (database) => {
      const operations = new GateOperations(database, this.#settings)
      const { held, breaker, ceilingLatches } = await operations.status()
      const latches = await operations.resume(operator.name)
      const nameOf = ({ scope, period }: { scope: Scope; period: Period }) => `${scope}/${period}`
      return {
        before: { held: held?.reason ?? null, breaker: breaker.state, latches: ceilingLatches.map(nameOf) },
        after: { held: null, breaker: 'closed', latches: latches.filter(({ lifted }) => !lifted).map(nameOf) },
        result: latches,
      }
    })
  }

  /** Whether every act stands in the log as it was written. */
  verify(): Promise<AuditVerification> {
    return this.#audit.verify(this.#database)
  }

  /** Any other act; what it does outside this database cannot be taken back if writing it down fails. */
  act<Result>(operator: Operator, action: string, target: string, work: (database: Database) => Promise<Act<Result>>): Promise<Result> {
    return withinTransaction(this.#database, async (database) => {
      const { before, after, result } = await work(database)
      const { name: actor, role } = operator
      await this.#audit.append(database, { at: this.#clock.now(), actor, role, action, target, before, after })
      return result
    })
  }
}

/** JSON has no whole numbers of that size. */
const amount = (pico: bigint | undefined): AuditValue => (pico === undefined ? null : `${pico} pico-usd`)
