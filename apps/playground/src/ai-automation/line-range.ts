/** Where a line stands in a text, its end without the line break. Lines count from 1; undefined where there is no such line. */
export function lineRange(text: string, line: number): { start: number; end: number } | undefined {
  const lines = text.split('\n')
  const found = lines[line - 1]
  if (found === undefined) return undefined
  const start = lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0)
  return { start, end: start + found.length }
}
