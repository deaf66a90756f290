/** The lines of a code as editors count them. */
export function codeLines(code: string): string[] {
  return code.split(/\r\n|\n|\r/)
}

/** As much of the code as the server takes, in whole lines, so that no finding is about half a line. */
export function reviewedPart(code: string, maximumLength: number): string {
  if (code.length <= maximumLength) return code
  const part = code.slice(0, maximumLength)
  const end = Math.max(part.lastIndexOf('\n'), part.lastIndexOf('\r'))
  return end > 0 ? part.slice(0, end) : part
}
