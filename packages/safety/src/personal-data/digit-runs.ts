/** Digits that stand together, or single digits set apart ("0 1 0 - 1 2 ..."), which is `spaced`. */
export interface DigitGroup {
  start: number
  end: number
  digits: string
  spaced: boolean
}

/** Groups with nothing but short separators between them. `gaps[i]` stands before `groups[i + 1]`. */
export interface DigitRun {
  groups: DigitGroup[]
  gaps: string[]
}

/** Some neighbouring groups of a run: what a detector of numbers judges. */
export interface DigitWindow {
  start: number
  end: number
  digits: string
  shape: string
  gaps: string[]
  spaced: boolean
}

// "   -   " is what a hyphen becomes when a space is put between all characters; nothing longer is one number.
const maxGap = 7
const gapForm = /^[ \t]{0,3}[-._/()~]{0,2}[ \t]{0,3}$/
// As many single digits in a row are a number with spaces in it, fewer are a list.
const minSpacedDigits = 7
// A phone number with country code, area and four groups has the most groups of all we know.
const maxGroups = 6
const maxDigits = 20
// Beyond this a run is a table or an attempt to waste our time; it is looked at as a whole only.
export const maxRunGroups = 40

export function findDigitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = []
  let run: DigitRun | undefined
  let end = -1
  for (const match of text.matchAll(/[0-9]+/g)) {
    const group = { start: match.index, end: match.index + match[0].length, digits: match[0], spaced: false }
    const gap = run !== undefined && match.index - end <= maxGap ? text.slice(end, match.index) : undefined
    if (run !== undefined && gap !== undefined && gapForm.test(gap)) {
      run.groups.push(group)
      run.gaps.push(gap)
    } else {
      run = { groups: [group], gaps: [] }
      runs.push(run)
    }
    end = group.end
  }
  return runs.map(joinSpacedDigits)
}

function joinSpacedDigits(run: DigitRun): DigitRun {
  if (run.groups.length < minSpacedDigits) return run
  const groups: DigitGroup[] = []
  const gaps: string[] = []
  let at = 0
  while (at < run.groups.length) {
    let to = at
    while (to < run.groups.length && run.groups[to]!.digits.length === 1) to++
    if (groups.length > 0) gaps.push(run.gaps[at - 1]!)
    const first = run.groups[at]!
    if (to - at >= minSpacedDigits) {
      const digits = run.groups.slice(at, to).map((group) => group.digits)
      groups.push({ start: first.start, end: run.groups[to - 1]!.end, digits: digits.join(''), spaced: true })
      at = to
    } else {
      groups.push(first)
      at++
    }
  }
  return { groups, gaps }
}

function holdsDigits({ groups }: DigitRun, least: number): boolean {
  let sum = 0
  for (const { digits } of groups) sum += digits.length
  return sum >= least
}

/**
 * For each first group the windows from the longest to the shortest. `accept` returns whether the window is taken; the search then
 * goes on behind it. Linear in the number of groups.
 */
export function searchWindows(run: DigitRun, minDigits: number, accept: (window: DigitWindow) => boolean): void {
  if (run.groups.length > maxRunGroups || !holdsDigits(run, minDigits)) return
  let first = 0
  while (first < run.groups.length) {
    let digits = ''
    let shape = ''
    const windows: DigitWindow[] = []
    const start = run.groups[first]!
    for (let last = first; last < run.groups.length && last < first + maxGroups; last++) {
      const group = run.groups[last]!
      digits += group.digits
      if (digits.length > maxDigits) break
      shape += `${last > first ? ' ' : ''}${group.digits.length}`
      if (digits.length < minDigits) continue
      windows.push({ start: start.start, end: group.end, digits, shape, gaps: run.gaps.slice(first, last), spaced: start.spaced })
    }
    const taken = windows.findLast(accept)
    first += taken === undefined ? 1 : taken.gaps.length + 1
  }
}

const wordCharacter = /[A-Za-z0-9_]/

/** Whether a Latin letter, digit or underscore touches the range. Hangul may: particles follow without a space. */
export function touchesWord(text: string, start: number, end: number): boolean {
  return wordCharacter.test(text.charAt(start - 1)) || wordCharacter.test(text.charAt(end))
}
