export interface Column {
  title: string
  numeric?: boolean
}

type Cell = string | number | undefined

/** A Markdown table as the formatter lays it out: cells as wide as their column, numbers to the right. */
export function markdownTable(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const texts = rows.map((row) => columns.map((_, index) => String(row[index] ?? '')))
  const widths = columns.map(({ title, numeric }, index) =>
    Math.max(numeric ? 4 : 3, title.length, ...texts.map((row) => row[index]!.length)),
  )
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = columns.map(({ numeric }, index) => (numeric ? `${'-'.repeat(widths[index]! - 1)}:` : '-'.repeat(widths[index]!)))
  const titles = columns.map(({ title }, index) => title.padEnd(widths[index]!))
  const padded = texts.map((row) =>
    row.map((text, index) => (columns[index]!.numeric ? text.padStart(widths[index]!) : text.padEnd(widths[index]!))),
  )
  return [titles, rule, ...padded].map(line).join('\n')
}
