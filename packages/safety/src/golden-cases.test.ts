import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { detectInjection } from './detect-injection.ts'
import { findPersonalData } from './find-personal-data.ts'
import { inspectText } from './inspect-text.ts'
import { createPlaceholderNumbering } from './placeholder-numbering.ts'

function read<Case>(name: string): Case[] {
  return JSON.parse(readFileSync(new URL(`../cases/${name}.json`, import.meta.url), 'utf8'))
}

describe('personal data', () => {
  test.each(read<{ text: string; spans: { type: string; value: string }[] }>('personal-data'))('$text', ({ text, spans }) => {
    const found = findPersonalData(text).spans.map(({ type, start, end }) => ({ type, value: text.slice(start, end) }))
    expect(found).toEqual(spans)
  })
})

describe('injection', () => {
  test.each(read<{ text: string; verdict: string }>('injection'))('$verdict: $text', ({ text, verdict }) => {
    const finding = detectInjection(text)
    expect(finding).toMatchObject({ verdict, attack: verdict === 'refuse' })
  })
})

interface InspectCase {
  name: string
  text: string
  kind: 'text' | 'code'
  level: 'low' | 'medium' | 'high'
  result: string
  refusal?: string
}

describe('inspection', () => {
  test.each(read<InspectCase>('inspect'))('$name', ({ text, kind, level, result, refusal }) => {
    const inspected = inspectText(text, { kind, level, personalData: 'redact', placeholders: createPlaceholderNumbering() })
    expect(inspected.text).toBe(result)
    expect(inspected.refusal).toBe(refusal)
  })
})
