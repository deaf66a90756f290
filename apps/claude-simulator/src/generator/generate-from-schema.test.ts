import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../protocol.ts'
import { randomFrom } from '../random.ts'
import { checkSchema } from '../request/check-schema.ts'
import { aliases, chefData, chefSchema, listSchema } from '../testing/requests.ts'
import { violation } from '../testing/violation.ts'
import { generateFromSchema } from './generate-from-schema.ts'
import { readFacts } from './request-facts.ts'

const now = Date.parse('2026-11-22T12:00:00Z')

function generate(schema: JsonObject, data: unknown, system = 'Answer in English.', seed = 'seed'): Json {
  const facts = readFacts([
    { role: 'system', text: system, cache: null },
    { role: 'user', text: `<data>${JSON.stringify(data)}</data>`, cache: null },
  ])
  return generateFromSchema(schema, { facts, random: randomFrom(seed), now }, 'usual')
}

interface Written {
  candidate: string
  reasoning: string
  caption: string
  date: string
  hook: string
  line: number
  problem: string
  step: number
  startLine: number
  endLine: number
  course: string
  role: string
  part: string
  kpi: string
  budgetPercent: number
}
type Items = { items: Written[] }
const itemsOf = (schema: JsonObject, data: unknown, system?: string, seed?: string) =>
  (generate(schema, data, system, seed) as unknown as Items).items

const words = [
  'title',
  'reasoning',
  'confidence',
  'hashtags',
  'date',
  'time',
  'line',
  'weeks',
  'platform',
  'effort',
  'foo',
  'at',
  'weekday',
]
const notes = ['', 'between 2 and 4 items', 'at most 12 words', 'at most 40 characters', 'from 1 to 5', 'YYYY-MM-DD', 'exactly 3']

const { schema: anySchema } = fc.letrec<{ schema: JsonObject; leaf: JsonObject; object: JsonObject; list: JsonObject; union: JsonObject }>(
  (tie) => ({
    leaf: fc.oneof(
      fc.record({ type: fc.constantFrom('string', 'number', 'integer', 'boolean', 'null'), description: fc.constantFrom(...notes) }),
      fc.record({ type: fc.constant('string'), format: fc.constantFrom('date', 'date-time', 'time', 'email', 'uri', 'uuid', 'ipv4') }),
      fc.record({ type: fc.constant('string'), enum: fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 }) }),
      fc.record({ type: fc.constant('string'), enum: fc.constant(aliases) }),
      fc.record({ const: fc.oneof(fc.string(), fc.integer(), fc.boolean()) }),
      fc.record({ type: fc.constant(['string', 'null']) }),
    ) as fc.Arbitrary<JsonObject>,
    object: fc
      .dictionary(fc.constantFrom(...words), tie('schema'), { maxKeys: 4 })
      .chain((properties) =>
        fc
          .subarray(Object.keys(properties))
          .map((required): JsonObject => ({ type: 'object', properties, required, additionalProperties: false })),
      ),
    list: fc.record({
      type: fc.constant('array'),
      items: tie('schema'),
      minItems: fc.constantFrom(0, 1),
      description: fc.constantFrom(...notes),
    }) as fc.Arbitrary<JsonObject>,
    union: fc.record({ anyOf: fc.array(tie('leaf'), { minLength: 1, maxLength: 3 }) }) as fc.Arbitrary<JsonObject>,
    schema: fc.oneof({ maxDepth: 3, withCrossShrink: true }, tie('leaf'), tie('object'), tie('list'), tie('union')),
  }),
)

describe('generateFromSchema', () => {
  it('gives a valid instance of every supported schema, and the same one again', () => {
    fc.assert(
      fc.property(anySchema, fc.constantFrom(chefData, {}, { code: 'a\nb' }), (schema, data) => {
        const instance = generate(schema, data)
        expect(violation(schema, instance, schema)).toBeNull()
        expect(generate(schema, data)).toEqual(instance)
      }),
      { numRuns: 400 },
    )
  })

  it('follows definitions', () => {
    const schema: JsonObject = {
      $defs: { dish: { type: 'object', properties: { dish: { type: 'string' } }, required: ['dish'], additionalProperties: false } },
      type: 'object',
      properties: { items: { type: 'array', items: { $ref: '#/$defs/dish' }, description: '2 to 3' } },
      required: ['items'],
      additionalProperties: false,
    }
    checkSchema(schema, 'schema')
    expect(violation(schema, generate(schema, {}), schema)).toBeNull()
  })

  it('names each offered candidate at most once: those that fit first, then by rating, with their own attributes', () => {
    const items = itemsOf(chefSchema, chefData)
    expect(items.map((item) => item.candidate)).toEqual(['c3', 'c2', 'c1', 'c4'].slice(0, items.length))
    expect(items[0]!.reasoning).toMatch(/Italian/)
    expect(items[0]!.reasoning).toMatch(/4\.8/)
    expect(items[0]!.reasoning).toMatch(/anniversary for 4/)
    expect(items[0]!.reasoning.split(' ').length).toBeLessThanOrEqual(30)
  })

  it('serves a dish as the course that it is, where the answer calls it otherwise', () => {
    const schema = listSchema(
      { dish: { type: 'string' }, course: { type: 'string', enum: ['dessert', 'soup', 'appetizer', 'main', 'side'] } },
      '5 to 7',
    )
    const menu = { guests: 4, cuisine: 'italian', hours: 3, dietary: [] }
    const courses = itemsOf(schema, menu).map(({ course }) => course)
    // The bank calls them starter, pasta and main, and has no soup.
    expect(courses.slice(0, 2)).toEqual(['appetizer', 'main'])
    expect(courses).not.toContain('soup')
  })

  it('gives fewer items where fewer candidates are offered', () => {
    expect(itemsOf(chefSchema, { candidates: [{ id: 'c7', rating: 4 }] })).toHaveLength(1)
  })

  it('answers in Korean when the instructions say so', () => {
    const items = itemsOf(
      listSchema({ caption: { type: 'string', description: 'at most 80 characters' } }, '3 to 5'),
      { productName: '텀블러' },
      '한국어로 답하세요. Captions.',
    )
    for (const { caption } of items) {
      expect(caption).toMatch(/[가-힣]/)
      expect(caption.length).toBeLessThanOrEqual(80)
    }
  })

  it('keeps dates within the month that the request names', () => {
    const schema = listSchema(
      { date: { type: 'string' }, theme: { type: 'string' }, hook: { type: 'string', description: 'at most 5 words' } },
      '8 to 12 entries',
    )
    const items = itemsOf(schema, { month: '2026-12', niche: 'coffee', platforms: ['tiktok'] })
    expect(items.length).toBeGreaterThanOrEqual(8)
    expect(items.every((item) => item.date.startsWith('2026-12-') && item.hook.split(' ').length <= 5)).toBe(true)
    expect(new Set(items.map((item) => item.date)).size).toBe(items.length)
  })

  it('keeps to the days, the hours and the number of hashtags that the request lists', () => {
    const schema = listSchema(
      {
        date: { type: 'string' },
        time: { type: 'string' },
        hashtags: { type: 'array', items: { type: 'string' }, description: '1 to 5 items' },
      },
      '3 to 5',
    )
    const data = {
      platform: 'youtube',
      days: [{ date: '2026-11-25', from: '20:00' }, ...['26', '27', '28'].map((day) => ({ date: `2026-11-${day}`, from: '00:00' }))],
      usualHours: { from: '20:00', to: '22:00' },
      hashtags: { minimum: 2, maximum: 2 },
    }
    const items = itemsOf(schema, data, 'Answer in English. Posting times.') as unknown as {
      date: string
      time: string
      hashtags: string[]
    }[]
    for (const { date, time, hashtags } of items) {
      expect(['2026-11-26', '2026-11-27', '2026-11-28']).toContain(date)
      expect(time >= '20:00' && time <= '22:00').toBe(true)
      expect(hashtags).toHaveLength(2)
    }
  })

  it('stays between the first and the last day that the request names, also within its month', () => {
    const schema = listSchema({ date: { type: 'string' }, theme: { type: 'string' } }, '4 to 6 entries')
    const items = itemsOf(schema, { month: '2026-12', from: '2026-12-10', last: '2026-12-31', platforms: ['x'] })
    expect(items.every((item) => item.date >= '2026-12-10' && item.date <= '2026-12-31')).toBe(true)
  })

  it('finds faults in lines that the code has', () => {
    const schema = listSchema(
      { line: { type: 'integer' }, severity: { type: 'string', enum: ['info', 'warning', 'critical'] }, problem: { type: 'string' } },
      '1 to 5',
    )
    const items = itemsOf(schema, { language: 'javascript', code: 'const a = 1\nfor (;;) eval(a)\nfetch("x")' }, 'Code review')
    expect(items[0]).toMatchObject({ line: 2, severity: 'critical' })
    expect(items.every((item) => item.line >= 1 && item.line <= 3)).toBe(true)
  })

  it('reports every fault that it sees, once for a line, in the order that is asked for', () => {
    const schema = listSchema({ line: { type: 'integer' }, problem: { type: 'string' } }, '1 to 5 items')
    const code = ['1| const a = await fetch(url)', '2| for (let i = 0; i <= a.length; i++) {}', '3| console.log(a)', '4| return a']
    const data = { language: 'javascript', code: code.join('\n') }
    const linesOf = (system: string) => itemsOf(schema, data, system).map(({ line }) => line)
    expect(linesOf('Report findings, the gravest first.')).toEqual([2, 1, 3])
    expect(linesOf('Report findings, in the order of the lines.')).toEqual([1, 2, 3])
    expect(itemsOf(schema, { code: 'return a' }).map(({ problem }) => problem)).toEqual([expect.stringContaining('empty input')])
  })

  it('puts a tip at the step that it is about, and at none where no step is like it', () => {
    const schema = listSchema({ step: { type: 'integer' }, tip: { type: 'string' }, effort: { type: 'string' } }, 'exactly 7 items')
    const steps = ['1. Form sent', '2. Copy to a spreadsheet', '3. Call the API']
    expect(itemsOf(schema, { useCase: 'other', steps }).map(({ step }) => step)).toEqual([2, 1, 0, 3, 0, 1, 3])
    expect(itemsOf(schema, { useCase: 'other', steps: [] }).every(({ step }) => step === 0)).toBe(true)
  })

  it('ranks people by the audience before their engagement, and gives each the role that the numbers speak for', () => {
    const people = [
      { id: 'c1', niche: 'Cars', reach: 900_000, engagementRate: 9 },
      { id: 'c2', niche: 'Home cafe', reach: 20_000, engagementRate: 6.1 },
      { id: 'c3', niche: 'Recipes', reach: 300_000, engagementRate: 0.8 },
    ]
    const roles = { type: 'string', enum: ['reach', 'engagement', 'expertise', 'test'] }
    const schema = listSchema(
      { candidate: { type: 'string', enum: aliases }, role: roles, reasoning: { type: 'string' } },
      'exactly 3 items',
    )
    const items = itemsOf(schema, { audience: 'home-cooks', influencers: people }, 'Rank the influencers.')
    expect(items.map(({ candidate, role }) => [candidate, role])).toEqual([
      ['c2', 'engagement'],
      ['c3', 'reach'],
      ['c1', 'test'],
    ])
    // The rate is in percent: 0.8 is not 80%.
    expect(items[1]?.reasoning).toContain('0.8% of 300,000')
  })

  it('gives each part of a campaign its own share of the budget', () => {
    const part = { type: 'string', enum: ['audience', 'kpis', 'creators', 'brief', 'amplification', 'timeline'] }
    const schema = listSchema(
      { part, kpi: { type: 'string' }, budgetPercent: { type: 'integer', description: 'from 0 to 60' } },
      'exactly 6 items',
    )
    const items = itemsOf(schema, { productCategory: 'skincare', goal: 'traffic', budgetUsd: 5_000 }, 'Plan a campaign.')
    expect(items.map((item) => item.part)).toEqual(part.enum)
    expect(items.reduce((sum, item) => sum + item.budgetPercent, 0)).toBeLessThanOrEqual(100)
    expect(items[1]?.kpi).toBe('Cost per visit')
  })

  it('explains code by neighbouring lines', () => {
    const schema = listSchema(
      {
        startLine: { type: 'integer' },
        endLine: { type: 'integer' },
        explanation: { type: 'string' },
        concepts: { type: 'array', items: { type: 'string' } },
      },
      '2 to 4',
    )
    const items = itemsOf(schema, { question: 'why?', code: '1| import os\n2| def f(x):\n3|   return x\n4| f(1)' })
    expect(items[0]!.startLine).toBe(1)
    expect(items.at(-1)!.endLine).toBe(4)
    expect(items.every((item) => item.startLine <= item.endLine)).toBe(true)
  })

  it('uses only plants for guests who eat no meat', () => {
    const schema = listSchema(
      { dish: { type: 'string' }, course: { type: 'string', enum: ['starter', 'main', 'dessert'] } },
      '5 to 7 dishes',
    )
    const items = itemsOf(schema, { guests: 4, cuisine: '한식', dietary: ['vegan'] }, 'Answer in Korean. Plan a menu.')
    expect(JSON.stringify(items)).not.toMatch(/갈비|농어|치킨/)
    expect(items.at(-1)!.course).toBe('dessert')
  })

  it('gives another request another selection', () => {
    const schema = listSchema(
      { title: { type: 'string' }, effort: { type: 'string', enum: ['small', 'large'] }, effect: { type: 'string' } },
      'exactly 3',
    )
    const answers = new Set(
      ['a', 'b', 'c', 'd', 'e'].map((seed) => JSON.stringify(itemsOf(schema, { useCase: 'x', painPoint: 'y' }, 'Workflow tips', seed))),
    )
    expect(answers.size).toBeGreaterThan(1)
  })
})
