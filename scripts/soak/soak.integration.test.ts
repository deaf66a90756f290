import { describe, expect, test } from 'vitest'
import { hasRedisServer } from '../../packages/cache/src/testing/own-redis.ts'
import { hasPostgresPrograms } from '../../packages/database/src/testing/own-postgres.ts'
import { soakFaults } from './faults/soak-faults.ts'
import { soakRetention } from './retention.ts'

describe.runIf(hasPostgresPrograms && hasRedisServer)('the short form of the soak', () => {
  test('after every fault at once the ledger equals the bill, and nothing is held', async () => {
    const { checks } = await soakFaults.run({ seed: 3, requests: 200, rows: 1, say: () => {} })
    expect(checks.filter(({ holds }) => !holds)).toEqual([])
  }, 240_000)

  test('old history is dropped and a person erased among it, and memory does not grow with the rows', async () => {
    const { checks } = await soakRetention.run({ seed: 3, requests: 1, rows: 30_000, say: () => {} })
    expect(checks.filter(({ holds }) => !holds)).toEqual([])
    expect(checks).toHaveLength(3)
  }, 120_000)
})
