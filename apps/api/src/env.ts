import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import { allowedOrigins, money, port, quotas, timeZone } from './env-values.ts'

/** Every variable of the deployment. Tests read their own; nothing else reads the environment. */
const schema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^(rediss?|redis\+sentinel):\/\//, 'must start with redis://, rediss:// or redis+sentinel://')
    .optional(),
  ANTHROPIC_API_KEY: z.string().min(1).optional(),
  ANTHROPIC_BASE_URL: z.url('must be an http or https address').optional(),
  CLAUDE_MODEL: z.string().min(1).default('claude-haiku-5-5'),
  CLAUDE_DAILY_BUDGET_USD: money.prefault('0.20'),
  CLAUDE_MONTHLY_BUDGET_USD: money.prefault('6.00'),
  CLAUDE_RATE_LIMIT_RPM: z.coerce.number().int('must be a whole number').min(1).max(20_000).default(100),
  CLAUDE_TIMEOUT_MS: z.coerce.number().int('must be a whole number').min(50).max(120_000).default(10_000),
  BUDGET_TIME_ZONE: timeZone.default('UTC'),
  GROWTHBOOK_API_HOST: z.url('must be an http or https address').optional(),
  GROWTHBOOK_CLIENT_KEY: z.string().min(1).optional(),
  SAFETY_PERSONAL_DATA: z.enum(['redact', 'refuse'], 'must be redact or refuse').default('redact'),
  INKLING_SECRET: z
    .string()
    .refine((secret) => Buffer.byteLength(secret) >= 32, 'must have at least 32 bytes')
    .optional(),
  INKLING_TOKEN_SECRETS: z.string().min(1).optional(),
  INKLING_WEBHOOK_URL: z.url('must be an http or https address').optional(),
  INKLING_WEBHOOK_SECRET: z.string().min(24, 'must have at least 24 characters').optional(),
  INKLING_METRICS_TOKEN: z.string().min(24, 'must have at least 24 characters').optional(),
  INKLING_EMBEDDED: z.enum(['0', '1'], 'must be 1 or absent').optional(),
  INKLING_DATA_DIR: z.string().min(1).default('.inkling'),
  INKLING_USER_QUOTA: quotas.optional(),
  INKLING_PRODUCT_QUOTA: quotas.optional(),
  INKLING_ALLOWED_ORIGINS: allowedOrigins.optional(),
  INKLING_RETENTION_DAYS: z.coerce
    .number()
    .int('must be a whole number')
    .min(8, 'must be at least 8: answers take feedback for 7 days')
    .max(3_650)
    .default(90),
  INKLING_STOP_DELAY_MS: z.coerce.number().int('must be a whole number').min(0).max(60_000).default(0),
  INKLING_PRICE_MAX_AGE_DAYS: z.coerce.number().int('must be a whole number').min(1).max(3_650).default(90),
  INKLING_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  PORT: port.default(8787),
  HOST: z.string().min(1).default('127.0.0.1'),
  SIM_PORT: port.default(8788),
})

/** The services that belong together: with one of them set, a missing one is an error, so that no half of production runs embedded by accident. */
const services = ['DATABASE_URL', 'REDIS_URL', 'GROWTHBOOK_API_HOST', 'GROWTHBOOK_CLIENT_KEY', 'ANTHROPIC_API_KEY'] as const
const secrets = ['INKLING_SECRET', 'INKLING_TOKEN_SECRETS'] as const

export type Environment = z.output<typeof schema> & {
  /** Whether any part is embedded: secrets are generated, the playground mints its own tokens. */
  embedded: boolean
  /** Absolute. */
  INKLING_DATA_DIR: string
}

export interface EnvironmentProblem {
  variable: string
  problem: string
}

/** All problems at once: who sets up a deployment wants to mend them in one go. An empty value counts as absent. */
export function readEnvironment(
  source: Record<string, string | undefined>,
): { environment: Environment } | { problems: EnvironmentProblem[] } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(given)
  const problems: EnvironmentProblem[] = (parsed.error?.issues ?? []).map(({ path, message }) => ({
    variable: path.join('.'),
    problem: message,
  }))
  const embedded = given.INKLING_EMBEDDED === '1' || services.every((name) => given[name] === undefined)
  if (!embedded) problems.push(...missing(given, [...services, ...secrets]))
  if ((given.GROWTHBOOK_API_HOST === undefined) !== (given.GROWTHBOOK_CLIENT_KEY === undefined) && embedded) {
    problems.push(...missing(given, ['GROWTHBOOK_API_HOST', 'GROWTHBOOK_CLIENT_KEY']))
  }
  if ((given.INKLING_WEBHOOK_URL === undefined) !== (given.INKLING_WEBHOOK_SECRET === undefined)) {
    const variable = given.INKLING_WEBHOOK_URL === undefined ? 'INKLING_WEBHOOK_URL' : 'INKLING_WEBHOOK_SECRET'
    problems.push({ variable, problem: 'is missing: the webhook for incidents needs its address and the secret that signs it.' })
  }
  if (!parsed.success || problems.length > 0) return { problems }
  const folder = parsed.data.INKLING_DATA_DIR
  return { environment: { ...parsed.data, embedded, INKLING_DATA_DIR: isAbsolute(folder) ? folder : resolve(folder) } }
}

/** The environment of this process, or one sentence for each problem. */
export function processEnvironment(): ReturnType<typeof readEnvironment> {
  return readEnvironment(process.env)
}

/** This process's environment with changes, for a child process. */
export function environmentWith(changes: Record<string, string>): Record<string, string | undefined> {
  return { ...process.env, ...changes }
}

export function describeProblems(problems: readonly EnvironmentProblem[]): string {
  return problems.map(({ variable, problem }) => `${variable} ${problem}`).join('\n')
}

function missing(given: Record<string, string | undefined>, names: readonly string[]): EnvironmentProblem[] {
  const present = services.filter((name) => given[name] !== undefined)
  return names
    .filter((name) => given[name] === undefined)
    .map((variable) => ({
      variable,
      problem: `is missing while ${present.join(', ')} ${present.length === 1 ? 'is' : 'are'} set. Set it, or set INKLING_EMBEDDED=1 to run the rest embedded.`,
    }))
}
