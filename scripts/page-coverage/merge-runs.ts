/** A function as V8's profiler reports it: its ranges in the script, from the outermost inwards. */
export interface ReportedFunction {
  functionName: string
  isBlockCoverage: boolean
  ranges: ReportedRange[]
}

interface ReportedRange {
  startOffset: number
  endOffset: number
  count: number
}

/** One report that says what ran in any of several of the same script. A report that leaves something out says nothing of it. */
export function mergeRuns(reports: readonly (readonly ReportedFunction[])[], length: number): ReportedFunction[] {
  const ran = new Uint8Array(length)
  for (const report of reports) {
    const inThisRun = new Uint8Array(length)
    // An inner range overrides the one around it.
    const ranges = report.flatMap((reported) => reported.ranges).sort((one, other) => lengthOf(other) - lengthOf(one))
    for (const { startOffset, endOffset, count } of ranges) inThisRun.fill(count > 0 ? 1 : 0, startOffset, endOffset)
    for (let offset = 0; offset < length; offset++) ran[offset]! |= inThisRun[offset]!
  }
  const ranges: ReportedRange[] = [{ startOffset: 0, endOffset: length, count: 0 }]
  for (let start = ran.indexOf(1); start >= 0; ) {
    const next = ran.indexOf(0, start)
    const end = next < 0 ? length : next
    ranges.push({ startOffset: start, endOffset: end, count: 1 })
    start = ran.indexOf(1, end)
  }
  return [{ functionName: '', isBlockCoverage: true, ranges }]
}

const lengthOf = ({ startOffset, endOffset }: ReportedRange) => endOffset - startOffset
