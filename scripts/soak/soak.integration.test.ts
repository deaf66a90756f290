import { describe, expect, test } from 'vitest'
import { hasRedisServer } from '../../packages/cache/src/testing/own-redis.ts'
import { hasPostgresPrograms } from '../../packages/database/src/testing/own-postgres.ts'
import { soakFaults } from './faults/soak-faults.ts'

describe.runIf(hasPostgresPrograms && hasRedisServer)('the short form of the soak', () => {
  test('after every fault at once the ledger equals the bill, and nothing is held', async () => {
    const { checks } = await soakFaults.run({ seed: 3, requests: 200, say: () => {} })
    expect(checks.filter(({ holds }) => !holds)).toEqual([])
  }, 240_000)
})
