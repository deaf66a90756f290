import { expect, test } from 'vitest'
import { describeProblems, readEnvironment } from './env.ts'

const production = {
  DATABASE_URL: 'postgres://db/inkling',
  REDIS_URL: 'redis://cache',
  ANTHROPIC_API_KEY: 'key',
  GROWTHBOOK_API_HOST: 'https://growthbook.example.com',
  GROWTHBOOK_CLIENT_KEY: 'sdk-key',
  INKLING_SECRET: 'x'.repeat(32),
  INKLING_TOKEN_SECRETS: '{}',
}

function problemsOf(source: Record<string, string | undefined>): string {
  const read = readEnvironment(source)
  return 'problems' in read ? describeProblems(read.problems) : ''
}

test('an empty environment runs embedded, on the defaults that the contract names', () => {
  const read = readEnvironment({})
  expect(read).toMatchObject({
    environment: {
      embedded: true,
      PORT: 8787,
      HOST: '127.0.0.1',
      SIM_PORT: 8788,
      CLAUDE_DAILY_BUDGET_USD: 200_000_000_000n,
      CLAUDE_MONTHLY_BUDGET_USD: 6_000_000_000_000n,
      CLAUDE_RATE_LIMIT_RPM: 100,
      CLAUDE_TIMEOUT_MS: 10_000,
      BUDGET_TIME_ZONE: 'UTC',
      SAFETY_PERSONAL_DATA: 'redact',
    },
  })
})

test('a complete production environment is valid and not embedded', () => {
  expect(readEnvironment(production)).toMatchObject({ environment: { embedded: false } })
})

test.each(Object.keys(production))('production without %s is one clear error that names it', (name) => {
  const problems = problemsOf({ ...production, [name]: undefined })
  expect(problems.split('\n')).toHaveLength(1)
  expect(problems).toMatch(new RegExp(`^${name} is missing while .* set\\. Set it, or set INKLING_EMBEDDED=1`))
})

test('one service alone is an accidental mixture unless the rest shall be embedded', () => {
  expect(problemsOf({ DATABASE_URL: production.DATABASE_URL })).toContain('ANTHROPIC_API_KEY is missing while DATABASE_URL is set')
  expect(readEnvironment({ DATABASE_URL: production.DATABASE_URL, INKLING_EMBEDDED: '1' })).toMatchObject({
    environment: { embedded: true },
  })
})

test('half of GrowthBook is an error in the embedded mode, too', () => {
  expect(problemsOf({ INKLING_EMBEDDED: '1', GROWTHBOOK_API_HOST: 'https://growthbook.example.com' })).toContain(
    'GROWTHBOOK_CLIENT_KEY is missing',
  )
})

test.each([
  ['PORT', 'http', 'PORT'],
  ['PORT', '70000', 'PORT'],
  ['CLAUDE_DAILY_BUDGET_USD', '1e3', 'CLAUDE_DAILY_BUDGET_USD must be an amount in USD such as 0.20'],
  ['CLAUDE_DAILY_BUDGET_USD', '-1', 'CLAUDE_DAILY_BUDGET_USD must be an amount'],
  ['BUDGET_TIME_ZONE', 'Mars/Olympus', 'BUDGET_TIME_ZONE must be an IANA zone'],
  ['DATABASE_URL', 'mysql://db', 'DATABASE_URL must start with postgres://'],
  ['SAFETY_PERSONAL_DATA', 'ignore', 'SAFETY_PERSONAL_DATA must be redact or refuse'],
  ['INKLING_USER_QUOTA', '60', 'INKLING_USER_QUOTA must be a quota such as 60/minute'],
  ['INKLING_USER_QUOTA', '60/minute,0/day', 'INKLING_USER_QUOTA must be a quota'],
  ['INKLING_PRODUCT_QUOTA', '1.5/hour', 'INKLING_PRODUCT_QUOTA must be a quota'],
  ['INKLING_ALLOWED_ORIGINS', '["https://a.example"]', 'INKLING_ALLOWED_ORIGINS must be JSON such as'],
  ['INKLING_ALLOWED_ORIGINS', '{"shop":["https://a.example"]}', 'INKLING_ALLOWED_ORIGINS must be JSON such as'],
  ['INKLING_ALLOWED_ORIGINS', '{"coocook":["https://a.example/"]}', 'INKLING_ALLOWED_ORIGINS must be JSON such as'],
  ['INKLING_ALLOWED_ORIGINS', '{"coocook":["a.example"]}', 'INKLING_ALLOWED_ORIGINS must be JSON such as'],
  ['INKLING_ALLOWED_ORIGINS', '{', 'INKLING_ALLOWED_ORIGINS must be JSON such as'],
  ['INKLING_RETENTION_DAYS', '7', 'INKLING_RETENTION_DAYS must be at least 8'],
  ['INKLING_SECRET', 'short', 'INKLING_SECRET must have at least 32 bytes'],
])('%s=%s is refused by name', (name, value, message) => {
  expect(problemsOf({ INKLING_EMBEDDED: '1', [name]: value })).toContain(message)
})

test('quotas and origins are read as they are written', () => {
  const given = {
    INKLING_USER_QUOTA: '60/minute, 1000/day',
    INKLING_PRODUCT_QUOTA: '5/second',
    INKLING_ALLOWED_ORIGINS: '{"coocook":["https://www.coocook.example","http://localhost:5173"],"review":["*"],"snsAuto":[]}',
  }
  expect(readEnvironment(given)).toMatchObject({
    environment: {
      INKLING_USER_QUOTA: [
        { limit: 60, windowMs: 60_000 },
        { limit: 1000, windowMs: 86_400_000 },
      ],
      INKLING_PRODUCT_QUOTA: [{ limit: 5, windowMs: 1_000 }],
      INKLING_ALLOWED_ORIGINS: { coocook: ['https://www.coocook.example', 'http://localhost:5173'], review: ['*'], snsAuto: [] },
      INKLING_RETENTION_DAYS: 90,
    },
  })
})

test('all problems are told at once, and an empty value counts as absent', () => {
  expect(problemsOf({ PORT: 'x', CLAUDE_TIMEOUT_MS: 'y', DATABASE_URL: '' }).split('\n')).toHaveLength(2)
})
