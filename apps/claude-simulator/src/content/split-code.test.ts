import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitCode } from './split-code.ts'

const rowsOf = (code: string) => code.split('\n').map((text, index) => ({ number: index + 1, text }))
const ranges = (code: string, parts: number) => splitCode(rowsOf(code), parts).map((rows) => [rows[0]!.number, rows.at(-1)!.number])

describe('code in parts', () => {
  const code = 'const a = 1\n\nfunction f(x) {\n  for (const y of x) {\n    g(y)\n  }\n  return x\n}\n\nf([a])\n'

  it('is cut between blocks first, then within them', () => {
    expect(ranges(code, 3)).toEqual([
      [1, 1],
      [3, 8],
      [10, 10],
    ])
    expect(ranges(code, 4)).toEqual([
      [1, 1],
      [3, 3],
      [4, 8],
      [10, 10],
    ])
  })

  it('holds every line that is not blank exactly once and in order', () => {
    const line = fc.constantFrom('', '  ', 'a = 1', '  for (;;) {', '  }', '}', 'def f(x):', '    return x')
    fc.assert(
      fc.property(fc.array(line), fc.integer({ min: 1, max: 6 }), (lines, parts) => {
        const pieces = splitCode(rowsOf(lines.join('\n')), parts)
        expect(pieces.length).toBeLessThanOrEqual(parts)
        const filled = rowsOf(lines.join('\n')).filter(({ text }) => text.trim() !== '')
        expect(pieces.flat().filter(({ text }) => text.trim() !== '')).toEqual(filled)
        for (const rows of pieces) expect([rows[0]!.text.trim(), rows.at(-1)!.text.trim()]).not.toContain('')
      }),
    )
  })
})
