/** Why an expression may take more than linear time, or nothing. */
export type RepeatProblem = 'a repeat without an end inside a repeat' | 'something that can fail behind a repeat without an end'

interface Frame {
  /** An endless repeat stands in the current branch, and nothing behind it was able to fail yet. */
  open: boolean
  /** An endless repeat stands in any branch. */
  endless: boolean
  isLookaround: boolean
  isLookbehind: boolean
  /** Of an earlier branch. */
  openBefore: boolean
}

const newFrame = (isLookaround: boolean, isLookbehind = false): Frame => ({
  ...{ open: false, endless: false, isLookaround, isLookbehind, openBefore: false },
})

/**
 * The structural reasons for backtracking beyond linear time: a repeat without an end (`*`, `+`, `{n,}`) inside another repeat, and one
 * with something behind it that can fail, so that every start in a long run is tried to its end. The second is harmless where matching
 * starts at one place only: `^`, the sticky flag, or a lookbehind in front that forbids to start inside the run.
 */
export function findRepeatProblem(source: string, flags: string): RepeatProblem | undefined {
  const startsOnce = flags.includes('y') || (source.startsWith('^') && !flags.includes('m')) || source.startsWith('(?<!')
  const frames: Frame[] = [newFrame(false)]
  let at = 0
  while (at < source.length) {
    const frame = frames.at(-1)!
    const sign = source[at]!
    let closed: Frame | undefined
    let isAssertion = false
    if (sign === '(') {
      const [opening, look] = /^\((?:\?(?:(<?[=!])|:|<[^>]+>|[a-z-]+:))?/.exec(source.slice(at))!
      frames.push(newFrame(look !== undefined, look?.startsWith('<')))
      at += opening.length
      continue
    }
    if (sign === '|') {
      frame.openBefore ||= frame.open
      frame.open = false
      at++
      continue
    }
    if (sign === ')') {
      closed = frames.pop()!
      at++
    } else if (sign === '[') at = endOfClass(source, at)
    else if (sign === '\\') {
      isAssertion = /^\\b/i.test(source.slice(at))
      at += /^\\(?:[pPu]\{[^}]*\}|u[0-9a-f]{4}|x[0-9a-f]{2}|.)/i.exec(source.slice(at))![0].length
    } else {
      isAssertion = sign === '^' || sign === '$'
      at++
    }
    const [quantifier = '', least, most] = /^(?:[*+?]|\{(\d+)(,\d*)?\})\??/.exec(source.slice(at)) ?? []
    at += quantifier.length
    const isEndless = /^[*+]/.test(quantifier) || most === ','
    const repeats = isEndless || (quantifier !== '' && !quantifier.startsWith('?') && !(least === '1' && most === undefined))
    const isOptional = /^[*?]/.test(quantifier) || least === '0'
    const parent = frames.at(-1)!
    if (closed?.endless && repeats && !closed.isLookaround) return 'a repeat without an end inside a repeat'
    const isInner = closed !== undefined && !closed.isLookaround && (closed.open || closed.openBefore)
    if (parent.open && !isOptional && !startsOnce && !closed?.isLookbehind) return 'something that can fail behind a repeat without an end'
    if (isAssertion && parent.open && !startsOnce) return 'something that can fail behind a repeat without an end'
    if (isEndless || isInner) parent.open = true
    if (isEndless || (closed?.endless && !closed.isLookaround)) parent.endless = true
  }
  return undefined
}

function endOfClass(source: string, start: number): number {
  let at = start + 1
  while (source[at] !== ']') at += source[at] === '\\' ? 2 : 1
  return at + 1
}
