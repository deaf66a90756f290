import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeLines } from '../code-lines.ts'
import { type CodeLanguage, codeLanguages } from './choices.ts'
import { codeReview } from './code-review.ts'
import { checks, firstLineCheck, lastLineCheck } from './review-checks.ts'

const now = new Date()
const review = (language: CodeLanguage, code: string, locale: 'en' | 'ko' = 'en') => codeReview.template({ language, code }, locale, now)
const finding = { severity: 'low', problem: 'The list may be empty.', fix: 'Return early.' } as const

test('a finding points at a line of the code, the last one included, and at none behind it', () => {
  const input = { language: 'javascript', code: 'a\r\nb\n' } as const
  expect(codeReview.checkItem?.({ ...finding, line: 3 }, input, now)).toBeUndefined()
  expect(codeReview.checkItem?.({ ...finding, line: 4 }, input, now)).toBe('line 4 does not exist, the code has 3')
  for (const line of [0, -1, 1.5]) expect(codeReview.item.safeParse({ ...finding, line }).success).toBe(false)
})

test('the model sees the code with the numbers that its findings name, and once only', () => {
  const { code, ...rest } = codeReview.facts?.({ language: 'python', code: 'a = 1\nreturn a' }, now) ?? {}
  expect(code).toBe('1| a = 1\n2| return a')
  expect(rest).toEqual({})
})

describe('without a model', () => {
  test('the checklist asks at the lines that a check is about, the gravest first', () => {
    const findings = review(
      'javascript',
      `const answer = await fetch(url)

try { save(answer) } catch (error) {}
console.log(answer)
return answer`,
    )
    expect(findings.map(({ line, severity }) => [line, severity])).toEqual([
      [3, 'high'],
      [1, 'medium'],
      [4, 'low'],
      [5, 'low'],
    ])
    expect(findings[0]?.problem).toContain('vanish')
    expect(findings[1]?.problem).toContain('slow')
  })

  test('each language has questions of its own', () => {
    const about = (language: CodeLanguage, code: string) => review(language, code).map(({ problem }) => problem)[0]
    expect(about('sql', 'delete from leads')).toMatch(/only the rows/)
    expect(about('javascript', 'delete lead.name')).toBe(firstLineCheck.en[0])
    expect(about('shell', 'rm -rf "$folder"/*')).toMatch(/variable is empty/)
    expect(about('python', 'rows = pickle.load(file)')).toMatch(/be run/)
    expect(about('typescript', 'const lead = body as Lead')).toMatch(/type promised/)
    for (const language of codeLanguages) {
      expect(checks.filter(({ languages }) => languages?.includes(language)).length, language).toBeGreaterThanOrEqual(4)
    }
  })

  test('no line is asked about twice, and no empty line at all where there are others', () => {
    const piece = fc.constantFrom(
      'fetch(url)',
      '',
      '  ',
      'x == y',
      'eval(x)',
      '\n',
      '\r\n',
      "token = 'a'",
      'for (const a of b)',
      'select *',
    )
    fc.assert(
      fc.property(fc.constantFrom(...codeLanguages), fc.array(piece, { minLength: 1 }), (language, pieces) => {
        const code = pieces.join('\n')
        const lines = codeLines(code)
        const found = review(language, code)
        expect(new Set(found.map(({ line }) => line)).size).toBe(found.length)
        for (const { line } of found) expect(lines[line - 1]).toBeDefined()
        if (/\S/.test(code)) for (const { line } of found) expect(lines[line - 1]).toMatch(/\S/)
      }),
    )
  })

  test('one line and white space alone are answered, too', () => {
    expect(review('other', 'x').map(({ line }) => line)).toEqual([1])
    expect(review('other', ' \n ').map(({ line }) => line)).toEqual([1])
  })

  test('every check is said in both languages, differently from all others', () => {
    const all = [...checks, firstLineCheck, lastLineCheck]
    for (const locale of ['en', 'ko'] as const) {
      expect(new Set(all.map((check) => check[locale][0])).size).toBe(all.length)
      for (const check of all) {
        const [problem, fix] = check[locale]
        expect(codeReview.item.safeParse({ line: 1, severity: check.severity, problem, fix }).success, problem).toBe(true)
        expect(problem).toMatch(locale === 'ko' ? /요\?$/ : /\?$/)
      }
    }
  })
})
