import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BilledRequest, type LedgerRow, reconcile } from './reconcile.ts'

const exact = (id: string, charged: bigint): LedgerRow => ({ id: `row-${id}`, requestId: id, charged, estimated: false })
const billed = (requestId: string, amount: bigint): BilledRequest => ({ requestId, billed: amount })

test('finds nothing where every row is what was billed', () => {
  const found = reconcile(
    [exact('a', 5n), exact('b', 7n), { id: 'free', charged: 0n, estimated: false }],
    [billed('b', 7n), billed('a', 5n)],
  )
  expect(found).toEqual({ differences: [], rows: 3, requests: 2, charged: 12n, billed: 12n, estimatedSurplus: 0n })
})

describe('names', () => {
  test('a request without a row', () => {
    expect(reconcile([exact('a', 5n)], [billed('a', 5n), billed('lost', 3n)]).differences).toEqual([
      { kind: 'missing-row', requestId: 'lost', billed: 3n },
    ])
  })

  test('a request with two rows', () => {
    expect(reconcile([exact('a', 5n), { ...exact('a', 5n), id: 'row-a2' }], [billed('a', 5n)]).differences).toEqual([
      { kind: 'duplicate-row', requestId: 'a', rows: ['row-a', 'row-a2'] },
    ])
  })

  test('another amount, to the last unit', () => {
    expect(reconcile([exact('a', 6n)], [billed('a', 5n)]).differences).toEqual([
      { kind: 'different-amount', requestId: 'a', row: 'row-a', charged: 6n, billed: 5n },
    ])
  })

  test('a charge that the bill does not have', () => {
    expect(reconcile([exact('a', 5n)], []).differences).toEqual([{ kind: 'not-billed', requestId: 'a', row: 'row-a', charged: 5n }])
  })

  test('an estimate below the bill, and none above it', () => {
    const estimate = (id: string, charged: bigint) => ({ ...exact(id, charged), estimated: true })
    const found = reconcile([estimate('low', 4n), estimate('high', 9n)], [billed('low', 5n), billed('high', 5n)])
    expect(found.differences).toEqual([{ kind: 'estimated-too-low', requestId: 'low', row: 'row-low', charged: 4n, billed: 5n }])
    expect(found.estimatedSurplus).toBe(3n)
  })
})

test('requests whose id never arrived are covered by the estimates without one', () => {
  const unknown = (id: string, charged: bigint): LedgerRow => ({ id, charged, estimated: true })
  expect(reconcile([unknown('one', 9n), unknown('two', 4n)], [billed('x', 4n), billed('y', 8n)]).differences).toEqual([])
  expect(reconcile([unknown('one', 9n), unknown('two', 4n)], [billed('x', 5n), billed('y', 8n)]).differences).toEqual([
    { kind: 'missing-row', requestId: 'x', billed: 5n },
  ])
})

test('whatever one change makes of a ledger that fits, it is found', () => {
  const amounts = fc.array(fc.bigInt(1n, 10n ** 12n), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(amounts, fc.nat(), fc.constantFrom('drop', 'add', 'raise', 'lower', 'repeat'), (values, at, change) => {
      const rows = values.map((value, index) => exact(`r${index}`, value))
      const bill = values.map((value, index) => billed(`r${index}`, value))
      expect(reconcile(rows, bill).differences).toEqual([])
      const row = rows[at % rows.length]!
      if (change === 'drop') rows.splice(rows.indexOf(row), 1)
      if (change === 'add') rows.push(exact('foreign', 1n))
      if (change === 'raise') row.charged += 1n
      if (change === 'lower') row.charged -= 1n
      if (change === 'repeat') rows.push({ ...row, id: 'again' })
      expect(reconcile(rows, bill).differences).toHaveLength(1)
    }),
  )
})
