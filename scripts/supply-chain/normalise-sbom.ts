import { createHash } from 'node:crypto'

interface Component {
  'bom-ref': string
  type?: string
  name?: string
  version?: string
  purl?: string
}

export interface Sbom {
  serialNumber?: string
  metadata: { timestamp?: string; component: { name: string; 'bom-ref': string } }
  components: Component[]
  dependencies: { ref: string; dependsOn?: string[] }[]
}

/**
 * The same bill for the same lock file: with the edges that the lock file has (pnpm 12.21 leaves some out, others at each run), without the moment at which it was made, in one order, and with a serial number that follows from its
 * content (CycloneDX asks for a UUID; this one is of version 8, for values of one's own, RFC 9562 section 5.8).
 */
export function normaliseSbom(sbom: Sbom, edges: ReadonlyMap<string, readonly string[]>): Sbom {
  const known = new Set(sbom.components.map((each) => each['bom-ref']))
  const { timestamp: _, ...metadata } = sbom.metadata
  const components = sbom.components.toSorted((left, right) => compare(left['bom-ref'], right['bom-ref']))
  const dependencies = sbom.dependencies
    .map(({ ref }) => ({ ref, dependsOn: (edges.get(ref) ?? []).filter((each) => known.has(each)).sort(compare) }))
    .toSorted((left, right) => compare(left.ref, right.ref))
  const content = { ...sbom, metadata, components, dependencies, serialNumber: '' }
  return { ...content, serialNumber: `urn:uuid:${uuidOf(JSON.stringify(content))}` }
}

/** pnpm lists what somebody depends on; the applications, on which nobody does, are parts of the product all the same. */
export function withApplications(sbom: Sbom, units: readonly { name: string; version: string; url: string }[]): Sbom {
  const known = new Set([sbom.metadata.component['bom-ref'], ...sbom.components.map((each) => each['bom-ref'])])
  const missing = units.filter(({ url }) => !known.has(url))
  return {
    ...sbom,
    components: [
      ...sbom.components,
      ...missing.map(({ name, version, url }) => ({ type: 'application', name, version, purl: url, 'bom-ref': url })),
    ],
    dependencies: [...sbom.dependencies, ...missing.map(({ url }) => ({ ref: url }))],
  }
}

function uuidOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/** By code points: the order of a language depends on the machine. */
function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
