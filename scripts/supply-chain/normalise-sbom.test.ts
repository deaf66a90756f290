import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseSbom, type Sbom, withApplications } from './normalise-sbom.ts'

const names = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 })
const edges = new Map([['a', ['b', 'gone']]])
const bill = (components: string[], random: string[]): Sbom => ({
  serialNumber: `urn:uuid:${crypto.randomUUID()}`,
  metadata: { timestamp: new Date().toISOString(), component: { name: 'inkling', 'bom-ref': 'root' } },
  components: components.map((name) => ({ 'bom-ref': name, name })),
  dependencies: components.map((ref) => ({ ref, dependsOn: random })),
})

test('one lock file has one bill, whatever the order and the moment in which it was read', () => {
  fc.assert(
    fc.property(names, (components) => {
      const [first, second] = [bill(components, components), bill(components.toReversed(), components.toReversed())].map((each) =>
        normaliseSbom(each, edges),
      )
      expect(first).toEqual(second)
      expect(JSON.stringify(first)).toBe(JSON.stringify(second))
      expect(first?.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
    }),
  )
})

test('another content has another serial number, and no component is lost', () => {
  const [small, large] = [normaliseSbom(bill(['a'], []), edges), normaliseSbom(bill(['b', 'a'], ['a']), edges)]
  expect(small.serialNumber).not.toBe(large.serialNumber)
  expect(large.dependencies).toEqual([
    { ref: 'a', dependsOn: ['b'] },
    { ref: 'b', dependsOn: [] },
  ])
  expect(large.components.map((each) => each['bom-ref'])).toEqual(['a', 'b'])
})

test('applications, on which nothing depends, are listed once', () => {
  const units = ['root', 'a', 'application'].map((name) => ({ name, version: '1.0.0', url: name }))
  const { components, dependencies } = withApplications(bill(['a'], []), units)
  expect(components.map((each) => each['bom-ref'])).toEqual(['a', 'application'])
  expect(dependencies.map(({ ref }) => ref)).toEqual(['a', 'application'])
})
