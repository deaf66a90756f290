import type { RequestFacts } from '../generator/request-facts.ts'

type Row = RequestFacts['code'][number]

const opensBlock = /^\s*(?:for|while|if|switch|try|async|function|def|class|return|const \w+ = .*=>)\b/
const closes = /^\s*(?:[})\]]|<\/|else\b|elif\b|except\b|finally\b)/

/** Code as at most `parts` pieces of neighbouring lines, cut where a reader would: between blocks first, then within them. No piece begins or ends blank. */
export function splitCode(rows: readonly Row[], parts: number): Row[][] {
  const cuts = rows
    .map((row, index) => ({ index, weight: weightOf(row, rows[index - 1]) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.index - b.index)
    .slice(0, Math.max(0, parts - 1))
    .map(({ index }) => index)
    .toSorted((a, b) => a - b)
  return [0, ...cuts].flatMap((start, place) => {
    const piece = withoutBlankEnds(rows.slice(start, [...cuts, rows.length][place]))
    return piece.length > 0 ? [piece] : []
  })
}

/** How good a place before this line is for a cut; 0 where none should be. */
function weightOf(row: Row, before: Row | undefined): number {
  if (before === undefined || row.text.trim() === '' || closes.test(row.text)) return 0
  const indent = row.text.length - row.text.trimStart().length
  if (indent === 0) return before.text.trim() === '' ? 4 : 3
  return opensBlock.test(row.text) ? 2 / indent : 0
}

function withoutBlankEnds(rows: readonly Row[]): Row[] {
  const filled = rows.map(({ text }) => text.trim() !== '')
  return rows.slice(Math.max(0, filled.indexOf(true)), filled.lastIndexOf(true) + 1)
}
