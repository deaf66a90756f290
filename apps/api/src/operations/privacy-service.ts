import { CallerError, type Product } from '@inkling/contracts'
import { type AuditedOperations, type Database, type ErasureCounts, erasePerson, exportPerson } from '@inkling/database'
import type { OperatorService } from '@inkling/router'
import type { Clock, Randomness, SuggestionCache } from '@inkling/suggestions/ports'

export interface PrivacyServiceParts {
  database: Database
  audited: AuditedOperations
  cache: Pick<SuggestionCache, 'invalidateUser'>
  clock: Pick<Clock, 'now'>
  randomness: Pick<Randomness, 'uuid'>
  /** What this process has not written yet is written first. */
  records: { flush(): Promise<void> }
  /** The pseudonym of a product's user. */
  userKey(product: Product, userId: string): string
}

/** What people may ask of whoever keeps data about them. In the audit log a person is a hash of the pseudonym. */
export function createPrivacyService(parts: PrivacyServiceParts): Pick<OperatorService, 'erase' | 'export'> {
  const { database, audited, cache, clock, randomness, records } = parts
  return {
    async erase(operator, { product, user }) {
      const userKey = parts.userKey(product, user)
      const receiptId = randomness.uuid()
      const at = clock.now()
      await records.flush()
      return audited.act(operator, 'erase', `${product}/${receiptId}`, async (inner) => {
        const cachedAnswers = await cache.invalidateUser(product, userKey)
        if (cachedAnswers === undefined) {
          throw new CallerError('unavailable', 'The cache did not answer; nothing was erased. Look at /readyz and try again.')
        }
        const { person, counts } = await erasePerson(inner, { id: receiptId, product, userKey, at })
        const { ledgerRows: ledgerRowsCleared, ...rest } = counts
        const removed = { ...rest, cachedAnswers }
        const result = { receiptId, product, person, erasedAt: new Date(at).toISOString(), removed, ledgerRowsCleared }
        return { before: null, after: { person, removed, ledgerRowsCleared }, result }
      })
    },
    async export(operator, { product, user }) {
      await records.flush()
      const { person, data } = await exportPerson(database, parts.userKey(product, user))
      const counts = Object.fromEntries(Object.entries(data).map(([name, rows]) => [name, rows.length])) as ErasureCounts
      return audited.act(operator, 'export', `${product}/${person}`, async () => ({
        before: null,
        after: counts,
        result: { product, person, exportedAt: new Date(clock.now()).toISOString(), ...data },
      }))
    },
  }
}
