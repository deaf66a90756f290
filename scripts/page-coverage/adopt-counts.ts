/** A place in a source as Istanbul writes it; a missing column is the end of the line. */
export interface Place {
  start: Position
  end: Position
}

interface Position {
  line: number
  column: number | null
}

/** What ran of one file: the parts of Istanbul's format that are read here. */
export interface FileCounts {
  statementMap: Record<string, Place>
  s: Record<string, number>
  fnMap: Record<string, { decl: Place }>
  f: Record<string, number>
  branchMap: Record<string, { loc: Place; locations: readonly unknown[] }>
  b: Record<string, number[]>
}

/**
 * Adds to `counts` what ran elsewhere. `counts` decides what there is to run: a place that only `elsewhere` knows is left out, so that
 * no statement counts twice where two bundlers' source maps place it differently.
 */
export function adoptCounts(counts: FileCounts, elsewhere: FileCounts): void {
  for (const [own, other] of pairStatements(counts.statementMap, elsewhere.statementMap)) add(counts.s, own, elsewhere.s[other])
  const functions = byPlace(elsewhere.fnMap, ({ decl }) => decl)
  for (const [own, { decl }] of Object.entries(counts.fnMap)) {
    const other = functions.get(placeKey(decl))
    if (other !== undefined) add(counts.f, own, elsewhere.f[other])
  }
  const branches = byPlace(elsewhere.branchMap, ({ loc }) => loc)
  for (const [own, { loc, locations }] of Object.entries(counts.branchMap)) {
    const other = branches.get(placeKey(loc))
    if (other === undefined || elsewhere.branchMap[other]?.locations.length !== locations.length) continue
    counts.b[own] = (counts.b[own] ?? []).map((count, path) => count + (elsewhere.b[other]?.[path] ?? 0))
  }
}

/**
 * Pairs of ids that mean the same statement. One map points at a variable's value, the other at its name: what is left over on both
 * sides is paired by its lines, in order.
 */
function pairStatements(own: Record<string, Place>, other: Record<string, Place>): [string, string][] {
  const others = byPlace(other, (place) => place)
  const pairs: [string, string][] = []
  const left: [string, Place][] = []
  for (const [id, place] of Object.entries(own)) {
    const same = others.get(placeKey(place))
    if (same === undefined) left.push([id, place])
    else pairs.push([id, same])
  }
  const taken = new Set(pairs.map(([, id]) => id))
  for (const [id, place] of left) {
    const match = Object.entries(other).find(([candidate, { start, end }]) => {
      return !taken.has(candidate) && start.line === place.start.line && end.line === place.end.line
    })
    if (!match) continue
    taken.add(match[0])
    pairs.push([id, match[0]])
  }
  return pairs
}

function byPlace<Entry>(map: Record<string, Entry>, placeOf: (entry: Entry) => Place): Map<string, string> {
  return new Map(Object.entries(map).map(([id, entry]) => [placeKey(placeOf(entry)), id]))
}

const placeKey = ({ start, end }: Place) => [start.line, start.column, end.line, end.column].join(':')

function add(counts: Record<string, number>, id: string, more = 0): void {
  counts[id] = (counts[id] ?? 0) + more
}
