import { z } from 'zod'
import { CallerError } from './error.ts'
import { products } from './product.ts'

const usd = z.string().describe('Exact amount in USD, for example `0.001575`')
const instant = z.iso.datetime()
export const scopes = ['global', ...products] as const
export const periods = ['day', 'month'] as const

// Whoever reads the log later should understand it; whoever writes it should not paste a report.
const reason = z.string().min(1).max(200)

/** What a switch is for: everything, a product, or one suggestion of it. */
const target = z.strictObject({
  product: z.enum(products).optional(),
  suggestion: z
    .string()
    .min(1)
    .max(80)
    .optional()
    .describe('`coocook/menu-curation`, `coocook.menuCuration`, or with `product` the last part alone'),
})

const spendingSchema = z.object({
  scope: z.enum(scopes),
  period: z.enum(periods),
  start: z.string().describe('First day of the period in the budget time zone'),
  settledUsd: usd,
  reservedUsd: usd,
  limitUsd: usd.optional().describe('Absent: no limit'),
  exhausted: z.boolean().describe('Standard-tier users spend nothing more in this period'),
})

const limitSchema = z.object({
  scope: z.enum(scopes),
  period: z.enum(periods),
  limitUsd: usd.optional(),
  origin: z.enum(['environment', 'operator']),
  setBy: z.string(),
  setAt: instant,
})

const latchSchema = z.object({ scope: z.enum(scopes), period: z.enum(periods) })

const statusSchema = z.object({
  spending: z.array(spendingSchema),
  held: z
    .object({ since: instant, reason: z.string(), by: z.string(), cause: z.string().optional().describe('What the provider said') })
    .optional()
    .describe('No spending until an operator resumes'),
  breaker: z.object({
    state: z.enum(['closed', 'open']),
    since: instant.optional(),
    reason: z.string().optional(),
    nextProbeAt: instant.optional(),
    probing: z.boolean().optional(),
  }),
  pausedUntil: instant.optional().describe('Claude asked to wait'),
  rate: z.object({ perMinute: z.int(), remaining: z.int() }),
  ceilings: z.array(latchSchema.extend({ since: instant })).describe('Reached 150 %: no spending there until an operator resumes'),
  disabled: z.array(z.object({ target: z.string(), reason: z.string(), by: z.string(), at: instant })),
  sampling: z.number().describe('Share of users who may cause new spending'),
  openIncidents: z.int(),
  prices: z
    .object({ compiledOn: z.string(), ageDays: z.int(), old: z.boolean() })
    .describe('The price table; `old`: beyond INKLING_PRICE_MAX_AGE_DAYS'),
  retention: z
    .object({
      days: z.int().describe('Days of history that are kept'),
      oldestDay: z.string().optional().describe('Oldest day of which there is history'),
      lastRun: z
        .object({
          day: z.string(),
          startedAt: instant,
          finishedAt: instant.optional().describe('Absent: under way, or its process ended and another one takes over'),
          firstDayKept: z.string(),
          partitionsDropped: z.int(),
          rowsDeleted: z.int().describe('Of tables without partitions'),
        })
        .optional(),
    })
    .describe('Older history is dropped once a day'),
})

const incidentSchema = z.object({
  id: z.string(),
  kind: z.string(),
  severity: z.enum(['info', 'warning', 'critical']),
  scope: z.string().optional(),
  period: z.string().optional(),
  periodStart: z.string().optional(),
  threshold: z.int().optional(),
  details: z.unknown(),
  occurredAt: instant,
  resolvedAt: instant.optional(),
  resolvedBy: z.string().optional(),
})

const attemptSchema = z.object({
  id: z.string(),
  suggestionId: z.string(),
  product: z.string(),
  suggestion: z.string(),
  tier: z.string(),
  model: z.string(),
  variant: z.string(),
  promptVersion: z.string(),
  state: z.enum(['reserved', 'settled', 'released']),
  outcome: z.string().optional(),
  reservedUsd: usd,
  chargedUsd: usd.optional(),
  estimated: z.boolean(),
  providerRequestId: z.string().optional(),
  day: z.string().describe('In the budget time zone'),
  reservedAt: instant,
  settledAt: instant.optional(),
})

const forecastSchema = z.object({
  basedOnDays: z.int().optional().describe('Complete days behind it, at most 7; absent until there is one'),
  monthUsd: usd.optional().describe('The average of these days times 30'),
  lowUsd: usd.optional().describe('Lower end of the range in which a month like these days ends with 90 %'),
  highUsd: usd.optional(),
  budgetUsd: usd.optional().describe('The month limit; absent: none'),
  exceeds: z.boolean(),
  sampling: z.number().describe('Share of users who may cause new spending'),
  monthToDateUsd: usd,
  history: z.array(z.object({ day: z.string(), monthUsd: usd })).describe('What was forecast on earlier days, the newest first'),
  roadmap: z
    .array(
      z.object({
        section: z.string(),
        title: z.string(),
        rows: z.array(
          z.object({
            label: z.string(),
            stated: z.string(),
            recomputed: z.string(),
            difference: z.string().optional(),
            today: z.string().optional(),
          }),
        ),
        note: z.string().optional(),
      }),
    )
    .describe('The cost tables of the roadmap: as printed, recomputed from its own prices, and at measured tokens and current prices'),
})

const person = z.strictObject({
  product: z.enum(products),
  user: z.string().min(1).max(256).describe("The product's own id of the user: the claim `sub` of its tokens"),
})

const marked = z.string().describe('A keyed hash: whoever has the secret and the id can prove that it is this person')

const receiptSchema = z.object({
  receiptId: z.uuid(),
  product: z.enum(products),
  person: marked,
  erasedAt: instant.describe('What the person did up to then is gone'),
  removed: z.object({
    events: z.int(),
    exposures: z.int(),
    exposureKeys: z.int(),
    servedAnswers: z.int(),
    securityEvents: z.int(),
    cachedAnswers: z.int(),
  }),
  ledgerRowsCleared: z.int().describe('They stay, with their amounts, and name nobody any more'),
})

const rows = z.array(z.record(z.string(), z.unknown()))

const personalDataSchema = z.object({
  product: z.enum(products),
  person: marked,
  exportedAt: instant,
  events: rows.describe('What the person did with suggestions'),
  exposures: rows.describe('Which arm of an experiment answered'),
  exposureKeys: rows,
  servedAnswers: rows.describe('That an answer was given, when and from where; not its text'),
  securityEvents: rows.describe('What kind of text was held back, and in which field; never the text'),
  ledgerRows: rows.describe('What the calls for the person cost'),
})

/** Every operation of the operators' doors: who may call it, what goes in, what comes out. tRPC, plain HTTP, OpenAPI and command line follow. */
export const operations = {
  status: {
    role: 'viewer',
    summary: 'Money, breaker, rate, switches and retention at this moment.',
    input: z.strictObject({}),
    output: statusSchema,
  },
  limits: {
    role: 'viewer',
    summary: 'The limits that hold.',
    input: z.strictObject({}),
    output: z.object({ limits: z.array(limitSchema) }),
  },
  incidents: {
    role: 'viewer',
    summary: 'The newest incidents first.',
    input: z.strictObject({
      limit: z.int().min(1).max(500).default(50),
      open: z.boolean().default(false).describe('Unresolved ones only'),
    }),
    output: z.object({ incidents: z.array(incidentSchema) }),
  },
  attempts: {
    role: 'viewer',
    summary: 'Rows of the ledger, one an attempt at Claude, the oldest first; without the person.',
    input: z.strictObject({
      after: z.uuid().optional().describe('The last row of the page before'),
      since: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as 2026-11-25')
        .optional()
        .describe('UTC day'),
      limit: z.int().min(1).max(5_000).default(1_000),
    }),
    output: z.object({ attempts: z.array(attemptSchema) }),
  },
  forecast: {
    role: 'viewer',
    summary: 'What the month costs if it goes on like the last seven days, and the tables of the roadmap recomputed.',
    input: z.strictObject({}),
    output: forecastSchema,
  },
  verifyAudit: {
    role: 'viewer',
    summary: 'Goes through the audit log: intact, or the first row that was changed or is missing.',
    input: z.strictObject({}),
    output: z.discriminatedUnion('intact', [
      z.object({
        intact: z.literal(true),
        rows: z.string(),
        code: z.string().describe('Of the last row; kept elsewhere, it proves that row'),
      }),
      z.object({ intact: z.literal(false), row: z.string(), problem: z.string() }),
    ]),
  },
  setLimit: {
    role: 'operator',
    summary: 'Sets a limit; it holds from now on, over the configured value and restarts.',
    input: z.strictObject({
      scope: z.enum(scopes),
      period: z.enum(periods),
      usd: z.string().max(30).nullable().describe('An amount such as `0.20`; null: no limit'),
    }),
    output: z.object({ limits: z.array(limitSchema) }),
  },
  disable: {
    role: 'operator',
    summary: 'Switches everything, a product or a suggestion off: no call is granted any more once this has returned.',
    input: target.extend({ reason: reason.default('switched off by an operator') }),
    output: z.object({ target: z.string() }),
  },
  enable: {
    role: 'operator',
    summary: 'Takes a switch back.',
    input: target,
    output: z.object({ target: z.string(), wasDisabled: z.boolean() }),
  },
  hold: {
    role: 'operator',
    summary: 'Holds the breaker open: cache and templates only, until resumed.',
    input: z.strictObject({ reason }),
    output: z.object({ held: z.literal(true) }),
  },
  resume: {
    role: 'operator',
    summary: 'Ends hold, breaker and pause, and lifts the ceilings whose money fits again.',
    input: z.strictObject({}),
    output: z.object({ lifted: z.array(latchSchema), remaining: z.array(latchSchema).describe('Raise these limits first') }),
  },
  purge: {
    role: 'operator',
    summary: 'Removes cached answers everywhere: one answer, or all of a suggestion (and prompt version).',
    input: z.strictObject({
      answer: z.string().min(1).max(400).optional().describe('A suggestionId'),
      suggestion: target.shape.suggestion,
      promptVersion: z.string().min(1).max(100).optional(),
    }),
    output: z.object({ removed: z.int() }),
  },
  erase: {
    role: 'operator',
    area: 'privacy',
    summary:
      'Erases a person: events, exposures, findings and cached answers go, the ledger keeps its sums and no longer names the person.',
    input: person,
    output: receiptSchema,
  },
  export: {
    role: 'operator',
    area: 'privacy',
    summary: 'Everything that is kept of a person, for a request for access.',
    input: person,
    output: personalDataSchema,
  },
} as const satisfies Record<string, OperationDefinition>

interface OperationDefinition {
  role: 'viewer' | 'operator' | 'admin'
  /** Where it is found; `ops` unless given. */
  area?: 'privacy'
  summary: string
  input: z.ZodType
  output: z.ZodType
}

type Operations = typeof operations
export type OperationName = keyof Operations
/** As a caller sends it: defaults need not be there. */
export type OperationSent<Name extends OperationName> = z.input<Operations[Name]['input']>
export type OperationInput<Name extends OperationName> = z.output<Operations[Name]['input']>
export type OperationOutput<Name extends OperationName> = z.input<Operations[Name]['output']>

/** `ops.status` in tRPC, `/ops/status` over plain HTTP. */
export function areaOf(name: OperationName): 'ops' | 'privacy' {
  const definition: OperationDefinition = operations[name]
  return definition.area ?? 'ops'
}

/** Reads change nothing and need no row in the audit log. */
export const isRead = (name: OperationName) => operations[name].role === 'viewer'

/** Throws a `CallerError` that names the first field that is not valid. */
export function parseOperationInput<Name extends OperationName>(name: Name, body: unknown): OperationInput<Name> {
  const schema = operations[name].input as unknown as z.ZodType<OperationInput<Name>>
  const parsed = schema.safeParse(body ?? {})
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]!
  const field = path.join('.')
  throw new CallerError('invalid-input', `${field ? `The field "${field}"` : 'The input'} is not valid: ${message}.`, {
    field: field || undefined,
  })
}
