import { randomUUID } from 'node:crypto'
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExposureRecord, FeedbackRecord, SecurityRecord, ServedRecord } from '@inkling/suggestions/ports'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPartitions } from './partitions.ts'
import { PostgresRecords } from './postgres-records.ts'
import { type FragileDatabase, fragile } from './testing/fragile-database.ts'
import { uuidAt } from './testing/gate-fixture.ts'
import { ManualClock } from './testing/manual-clock.ts'
import { engines, openTestDatabase, type TestDatabase } from './testing/test-database.ts'

describe.each(engines)('records on %s', (engine) => {
  let test: TestDatabase
  let database: FragileDatabase
  let clock: ManualClock
  let records: PostgresRecords
  let folder: string
  const problems: unknown[] = []
  const processId = randomUUID()
  const options = () => ({
    database,
    clock,
    processId,
    spoolFolder: folder,
    timeoutMs: 10_000,
    onProblem: (problem: unknown) => problems.push(problem),
  })
  beforeAll(async () => {
    test = await openTestDatabase(engine)
    await createPartitions(test.database, Date.parse('2026-11-22'), 1)
  })
  afterAll(() => test.dispose())
  beforeEach(async () => {
    for (const table of ['events', 'experiment_viewed', 'exposure_keys', 'served_answers', 'security_events']) {
      await test.database.statement(`delete from ${table}`, [], 5_000)
    }
    problems.length = 0
    folder = await mkdtemp(join(tmpdir(), 'inkling-records-'))
    database = fragile(test.database)
    clock = new ManualClock()
    records = new PostgresRecords(options())
  })
  afterEach(async () => {
    await records.close()
    await rm(folder, { recursive: true, force: true })
  })

  const common = { product: 'coocook', suggestion: 'coocook.menuCuration', userKey: 'u1' } as const
  const feedback = (overrides: Partial<FeedbackRecord> = {}): FeedbackRecord => ({
    ...common,
    id: randomUUID(),
    suggestionId: uuidAt(clock.now()),
    type: 'rate',
    value: 4.5,
    itemIndex: 1,
    experiments: [{ experimentId: 'e', variationId: '1' }],
    variant: 'control',
    at: clock.now(),
    ...overrides,
  })
  const exposure = (overrides: Partial<ExposureRecord> = {}): ExposureRecord => ({
    ...common,
    id: uuidAt(clock.now()),
    experimentId: 'e',
    variationId: '1',
    at: clock.now(),
    ...overrides,
  })
  const served = (overrides: Partial<ServedRecord> = {}): ServedRecord => ({
    ...common,
    suggestionId: uuidAt(clock.now()),
    tier: 'standard',
    locale: 'ko',
    source: 'cache',
    variant: 'control',
    promptVersion: '1',
    items: 5,
    milliseconds: 1.25,
    at: clock.now(),
    ...overrides,
  })
  const security = (overrides: Partial<SecurityRecord> = {}): SecurityRecord => ({
    ...common,
    id: uuidAt(clock.now()),
    kind: 'secret',
    where: 'highlights',
    action: 'refused',
    at: clock.now(),
    ...overrides,
  })
  const rowsOf = (table: 'events' | 'experiment_viewed' | 'served_answers' | 'security_events') =>
    test.database.kysely.selectFrom(table).selectAll().execute()
  const store = async (...list: FeedbackRecord[]) => {
    const stored = records.feedback(list)
    await Promise.all([stored, records.flush()])
  }

  it('writes each kind with all its columns, in the partition of its id', async () => {
    records.exposure(exposure())
    records.served(served({ reason: 'budget-held' }))
    records.security(security())
    await store(feedback(), feedback({ type: 'accept', ...{ value: undefined as never, itemIndex: undefined as never } }))
    expect(await rowsOf('experiment_viewed')).toMatchObject([
      { user_key: 'u1', experiment_id: 'e', variation_id: '1', partition_day: '2026-11-22', at: new Date(clock.now()) },
    ])
    expect(await rowsOf('served_answers')).toMatchObject([
      { source: 'cache', reason: 'budget-held', locale: 'ko', items: 5, milliseconds: 1.25 },
    ])
    expect(await rowsOf('security_events')).toMatchObject([{ kind: 'secret', location: 'highlights', action: 'refused' }])
    const events = await rowsOf('events')
    expect(events).toHaveLength(2)
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'rate', value: 4.5, item_index: 1, experiments: [{ experimentId: 'e', variationId: '1' }] }),
    )
    expect(events).toContainEqual(expect.objectContaining({ type: 'accept', value: null, item_index: null }))
    expect(problems).toEqual([])
  })

  it('counts a repeated event once, also when it is sent again on another day', async () => {
    const event = feedback()
    await store(event, event)
    clock.advance(3 * 86_400_000)
    await store({ ...event, at: clock.now() })
    expect(await rowsOf('events')).toHaveLength(1)
  })

  it('records an exposure once per user, experiment and variation', async () => {
    records.exposure(exposure())
    records.exposure(exposure())
    records.exposure(exposure({ variationId: '2' }))
    records.exposure(exposure({ userKey: 'u2' }))
    await records.flush()
    clock.advance(86_400_000)
    records.exposure(exposure())
    await records.flush()
    expect(await rowsOf('experiment_viewed')).toHaveLength(3)
  })

  it('waits at most 250 ms for more rows', async () => {
    records.served(served())
    clock.advance(249)
    expect(await rowsOf('served_answers')).toEqual([])
    clock.advance(1)
    await vi.waitFor(async () => expect(await rowsOf('served_answers')).toHaveLength(1))
  })

  it('writes at once when 500 rows are there, in one statement', async () => {
    for (let count = 0; count < 500; count += 1) records.served(served())
    await vi.waitFor(async () => expect(await rowsOf('served_answers')).toHaveLength(500))
    expect(database.asked).toBe(1)
  })

  it('creates the partition of a day that has none', async () => {
    await store(feedback({ suggestionId: uuidAt(Date.parse('2026-12-30')) }))
    expect(await rowsOf('events')).toMatchObject([{ partition_day: '2026-12-30' }])
  })

  it('drops a row that makes no sense and keeps the others', async () => {
    records.security(security({ id: 'no-uuid' }))
    records.security(security())
    records.served(served({ at: Date.parse('1990-01-01'), suggestionId: 'no-uuid' }))
    await records.flush()
    expect(await rowsOf('security_events')).toHaveLength(1)
    expect(await rowsOf('served_answers')).toEqual([])
    expect(problems).toHaveLength(2)
  })

  it('keeps rows on disk while the database is away and inserts them later, once', async () => {
    database.mode = 'reply-lost'
    const event = feedback()
    await store(event)
    records.exposure(exposure())
    await records.flush()
    // The second batch did not ask a database that had just failed.
    expect(database.asked).toBe(1)
    database.mode = 'away'
    clock.advance(1_000)
    await vi.waitFor(() => expect(database.asked).toBe(2))
    await vi.waitFor(() => expect(clock.waiting).toBe(1))
    database.mode = 'well'
    clock.advance(1_000)
    await vi.waitFor(async () => expect(await rowsOf('experiment_viewed')).toHaveLength(1))
    await vi.waitFor(async () => expect(await readdir(folder)).toEqual([]))
    expect(await rowsOf('events')).toHaveLength(1)
    await store(feedback())
    expect(await rowsOf('events')).toHaveLength(2)
  })

  it('takes over what a dead process left, but not a line that its death cut short', async () => {
    database.mode = 'away'
    await store(feedback(), feedback())
    await records.close()
    const [file = ''] = await readdir(folder)
    await appendFile(join(folder, file), '{"kind":"feed')
    await appendFile(join(folder, 'notes.txt'), 'not ours')
    database.mode = 'well'
    const next = new PostgresRecords({ ...options(), processId: randomUUID() })
    expect(await next.adoptSpool(() => false)).toBe(0)
    expect(await next.adoptSpool((owner) => owner === processId)).toBe(2)
    expect(await rowsOf('events')).toHaveLength(2)
    expect(await readdir(folder)).toEqual(['notes.txt'])
  })

  it('keeps the oldest rows when the spool is full, and does not call feedback safe that is not', async () => {
    const small = new PostgresRecords({ ...options(), processId: randomUUID(), spoolBytes: 600 })
    database.mode = 'away'
    const kept = small.feedback([feedback()])
    await small.flush()
    await kept
    const lost = small.feedback([feedback()])
    await Promise.all([expect(lost).rejects.toThrow('full'), small.flush()])
    expect(problems.length).toBeGreaterThan(0)
    await small.close()
  })

  it('does nothing for no events', async () => {
    await records.feedback([])
    await records.flush()
    expect(database.asked).toBe(0)
  })
})
