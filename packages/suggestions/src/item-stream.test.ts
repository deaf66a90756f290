import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ItemStream } from './item-stream.ts'

function pushAll(text: string, cuts: readonly number[]): { items: unknown[]; complete: boolean } {
  const stream = new ItemStream()
  const places = [0, ...[...cuts].map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length]
  const items = places.slice(1).flatMap((place, index) => stream.push(text.slice(places[index], place)))
  return { items: items.map((item) => JSON.parse(item)), complete: stream.complete }
}

test('every item comes out whole, wherever the text is cut', () => {
  const item = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }))
  fc.assert(
    fc.property(
      fc.array(item, { maxLength: 5 }),
      fc.array(fc.nat(), { maxLength: 12 }),
      fc.constantFrom(undefined, 2),
      (items, cuts, indent) => {
        const text = JSON.stringify({ items }, null, indent)
        expect(pushAll(text, cuts)).toEqual({ items: JSON.parse(text).items, complete: true })
      },
    ),
  )
})

test('a text that ends early gives the items that were whole and is not complete', () => {
  const items = [{ a: '}{"' }, { b: [1, { c: '\\"' }] }, { d: 'end' }]
  const text = JSON.stringify({ items })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text.length - 1 }), (end) => {
      const stream = new ItemStream()
      const found = stream.push(text.slice(0, end)).map((item) => JSON.parse(item))
      expect(found).toEqual(items.slice(0, found.length))
      expect(stream.complete).toBe(false)
    }),
  )
})

test('an item is handed over with the character that closes it', () => {
  const stream = new ItemStream()
  expect(stream.push('{"items":[{"a":1')).toEqual([])
  expect(stream.push('}')).toEqual(['{"a":1}'])
})
