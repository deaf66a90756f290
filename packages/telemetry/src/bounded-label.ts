const other = 'other'
const pattern = /^[a-z0-9][a-z0-9_.-]{0,63}$/i

/**
 * Values of one label, bounded in number and form: every distinct value is a time series for the life of the process. What comes after the
 * first `most` values, or does not look like a name, is counted as `other`.
 */
export function boundedLabel(most: number): (value: string) => string {
  const known = new Set<string>()
  return (value) => {
    if (known.has(value)) return value
    if (known.size >= most || !pattern.test(value)) return other
    known.add(value)
    return value
  }
}
