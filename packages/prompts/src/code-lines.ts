const lineEnd = /\r\n|\n|\r/

/** The lines of a code as editors count them; the last one may be empty. */
export function codeLines(code: string): string[] {
  return code.split(lineEnd)
}

/** Every line behind its number, as in `12| return total`: a model that has to count lines miscounts. */
export function numberLines(code: string): string {
  return codeLines(code)
    .map((line, index) => `${index + 1}| ${line}`)
    .join('\n')
}
