import { describe, expect, it } from 'vitest'
import { parsePriceTable } from './parse-price-table.ts'
import listed from './price-table.json' with { type: 'json' }
import { pricedModels, priceTable, priceTableAgeInDays } from './price-table.ts'

describe('the price table of this package', () => {
  it('prices the default model, the escalation and the retired model of the cost analysis', () => {
    const models = pricedModels(priceTable)
    expect(models).toContainEqual({ id: 'claude-haiku-5-5', status: 'active', from: '2026-10-07', to: null })
    expect(models).toContainEqual({ id: 'claude-sonnet-5-5', status: 'active', from: '2026-09-28', to: null })
    expect(models).toContainEqual({ id: 'claude-3-5-sonnet-20241022', status: 'retired', from: '2024-06-20', to: '2025-10-28' })
  })

  it('lists each id once', () => {
    const ids = listed.models.flatMap((model) => model.ids)
    expect(pricedModels(priceTable).map(({ id }) => id)).toEqual(ids)
  })

  it('counts its age in whole UTC days', () => {
    expect(priceTable.compiledOn).toBe('2026-11-22')
    expect(priceTableAgeInDays(priceTable, new Date('2026-11-22T23:59:59.999Z'))).toBe(0)
    expect(priceTableAgeInDays(priceTable, new Date('2026-11-23T00:00:00Z'))).toBe(1)
    expect(priceTableAgeInDays(priceTable, new Date('2026-11-21T12:00:00Z'))).toBe(-1)
    expect(() => priceTableAgeInDays(priceTable, new Date(Number.NaN))).toThrow(RangeError)
  })
})

describe('parsePriceTable', () => {
  type Edit = (table: typeof listed) => unknown
  const sonnet = (table: typeof listed) => table.models.find(({ ids }) => ids.includes('claude-sonnet-5-5'))!
  const haiku = (table: typeof listed) => table.models.find(({ ids }) => ids.includes('claude-haiku-5-5'))!
  const put = (target: object, name: string, value: unknown) => Object.assign(target, { [name]: value })

  it.each<[string, Edit, string]>([
    ['no models', (table) => put(table, 'models', []), 'models must be a list'],
    ['another unit', (table) => put(table, 'unit', 'cents'), 'unit must be'],
    ['an unknown field', (table) => put(table, 'note', 'x'), 'unknown field "note"'],
    ['a missing field', (table) => Reflect.deleteProperty(haiku(table), 'status'), 'lacks "status"'],
    ['a compilation day that does not exist', (table) => put(table, 'compiledOn', '2026-02-30'), 'compiledOn must be a day'],
    ['a model that is a text', (table) => put(table.models, '0', 'x'), 'models[0] must be an object'],
    ['a repeated id', (table) => haiku(table).ids.push('claude-sonnet-5-5'), 'repeats claude-sonnet-5-5'],
    ['an empty id', (table) => put(haiku(table), 'ids', ['']), 'must hold names'],
    ['an unknown status', (table) => put(haiku(table), 'status', 'great'), 'status must be one of'],
    ['an unknown source', (table) => put(haiku(table).periods[0]!, 'source', 'rumour'), 'source must be'],
    ['a price as a number', (table) => put(haiku(table).periods[0]!.bands[0]!, 'input', 0.1), 'input must be a decimal string'],
    ['a price of zero', (table) => put(haiku(table).periods[0]!.bands[0]!, 'input', '0'), 'input must be a decimal string above 0'],
    ['a price finer than a pico-dollar a token', (table) => put(haiku(table).periods[0]!.bands[0]!, 'input', '0.1000001'), 'at most 6'],
    ['a price that a modifier makes inexact', (table) => put(haiku(table).periods[0]!.bands[0]!, 'input', '0.000001'), 'inexact'],
    ['1-hour writes below 5-minute ones', (table) => put(sonnet(table).periods[0]!.bands[0]!, 'cacheWrite1h', '1'), 'must not be below'],
    ['periods that overlap', (table) => put(sonnet(table).periods[0]!, 'to', '2026-10-07'), 'must follow the period'],
    ['an open period that is not the last', (table) => put(sonnet(table).periods[0]!, 'to', null), 'must follow the period'],
    ['a period that ends before it begins', (table) => put(sonnet(table).periods[0]!, 'to', '2026-09-01'), 'must not be before'],
    ['a last band with a limit', (table) => put(haiku(table).periods[0]!.bands[1]!, 'maxPromptTokens', 200_000), 'must be null'],
    ['an open band that is not the last', (table) => put(haiku(table).periods[0]!.bands[0]!, 'maxPromptTokens', null), 'must be null'],
    ['a band limit that is no count', (table) => put(haiku(table).periods[0]!.bands[0]!, 'maxPromptTokens', 0.5), 'positive whole number'],
    [
      'bands in falling order',
      (table) =>
        put(
          haiku(table).periods[0]!,
          'bands',
          [0, 0, 1].map((index) => haiku(table).periods[0]!.bands[index]),
        ),
      'must rise',
    ],
    ['a price that falls from band to band', (table) => put(haiku(table).periods[0]!.bands[1]!, 'output', '0.4'), 'must not fall'],
    ['a batch surcharge', (table) => put(table, 'batchMultiplier', '2'), 'must not be above 1'],
    ['a discount for geography', (table) => put(haiku(table), 'usGeoMultiplier', '0.9'), 'must not be below 1'],
    ['a discount for fast mode', (table) => put(haiku(table), 'fastMode', { multiplier: '0.5', to: null }), 'must not be below 1'],
    ['a price for searches that is not exact', (table) => put(table, 'webSearchPerThousand', '0.0000000001'), 'webSearchPerThousand'],
  ])('refuses %s', (_, edit, message) => {
    const table = structuredClone(listed)
    edit(table)
    expect(parsePriceTable(table)).toEqual({ ok: false, message: expect.stringContaining(message) })
  })

  it.each([null, undefined, 'x', [], 5])('refuses %j', (json) => {
    expect(parsePriceTable(json)).toMatchObject({ ok: false })
  })

  it('treats an unreadable object as a defect', () => {
    const unreadable = new Proxy(
      {},
      {
        getOwnPropertyDescriptor: () => {
          throw new TypeError('unreadable')
        },
      },
    )
    expect(() => parsePriceTable(unreadable)).toThrow(TypeError)
  })

  it('answers with a table that the costs can be taken from', () => {
    const parsed = parsePriceTable(structuredClone(listed))
    expect(parsed).toEqual({ ok: true, table: priceTable })
  })
})
