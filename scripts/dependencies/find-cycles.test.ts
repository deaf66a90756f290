import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCycles } from './find-cycles.ts'

test('every cycle that is reported is a closed path of the graph', () => {
  const graphs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 25 })
  fc.assert(
    fc.property(graphs, (edges) => {
      const graph = graphOf(edges)
      for (const cycle of findCycles(graph)) {
        cycle.forEach((node, index) => {
          expect(graph.get(node)).toContain(cycle[(index + 1) % cycle.length])
        })
      }
    }),
  )
})

test('a graph has cycles exactly when its nodes cannot be put in order', () => {
  const graphs = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 12 })
  fc.assert(fc.property(graphs, (edges) => findCycles(graphOf(edges)).length > 0 === !canBeOrdered(edges)))
})

function graphOf(edges: readonly (readonly [number, number])[]): Map<string, string[]> {
  const graph = new Map<string, string[]>()
  for (const [from, to] of edges) {
    graph.set(`n${from}`, [...(graph.get(`n${from}`) ?? []), `n${to}`])
    if (!graph.has(`n${to}`)) graph.set(`n${to}`, [])
  }
  return graph
}

/** Takes away nodes that nothing points at until none is left (Kahn, 1962). */
function canBeOrdered(edges: readonly (readonly [number, number])[]): boolean {
  let left = edges
  for (;;) {
    const next = left.filter(([from]) => left.some(([, to]) => to === from))
    if (next.length === left.length) return left.length === 0
    left = next
  }
}
