import { IncidentOutbox } from '@inkling/database'
import { ExposureDeduplication } from '@inkling/experiments'
import { createPlaceholderNumbering, inspectText } from '@inkling/safety'
import { createFeedbackRecorder, createPipeline, deriveKeys, FairPlaces, systemClock, systemRandomness } from '@inkling/suggestions'
import type { Ports, Records } from '@inkling/suggestions/ports'
import {
  composeObservers,
  createIncidentWebhook,
  createLogObserver,
  createPrometheusObserver,
  createStructuredLog,
} from '@inkling/telemetry'
import { type Accounting, composeAccounting, readLedger } from './compose-accounting.ts'
import { composeCache } from './compose-cache.ts'
import { composeFlags } from './compose-flags.ts'
import { composeModel } from './compose-model.ts'
import type { Environment } from './env.ts'
import { startForecastDesk } from './forecast/forecast-desk.ts'
import { startIncidentDesk } from './incident-desk.ts'
import { modelsOf } from './model-choice.ts'
import { createOperatorService } from './operations/operator-service.ts'
import { priceAge, startPriceWatch } from './price-watch.ts'
import { createReadiness } from './readiness.ts'
import { startRetentionDesk } from './retention-desk.ts'
import { loadSecrets } from './secrets.ts'
import type { Services } from './services.ts'
import { createTokenVerifier } from './verify-token.ts'

// Calls under way in one process. Claude's own limits lie far below; more would only wait there.
const placesPerProcess = 64

export interface Composition {
  services: Services
  /** For the operators' doors and for tests that look into the ledger. */
  database: Accounting['database']
  operations: Accounting['operations']
  modelAddress: string
  /** Re-reads the token secrets; throws one sentence when they are not valid. */
  reloadSecrets(): void
  /** From now on `/readyz` says that the process is going. */
  beginStopping(): void
  close(): Promise<void>
}

/** The only place where adapters meet ports. `adapt` lets a tool look at what passes through a port, or stand in for one. */
export async function compose(
  environment: Environment,
  progress: (what: string) => void,
  adapt: (ports: Ports) => Ports = (ports) => ports,
): Promise<Composition> {
  // What is open when a later part cannot start is closed again: the process must be able to end.
  const opened: (() => Promise<void>)[] = []
  try {
    return await composeParts(environment, progress, adapt, (close) => opened.unshift(close))
  } catch (error) {
    for (const close of opened) await close()
    throw error
  }
}

async function composeParts(
  environment: Environment,
  progress: (what: string) => void,
  adapt: (ports: Ports) => Ports,
  onOpened: (close: () => Promise<void>) => void,
): Promise<Composition> {
  const log = createStructuredLog({
    level: environment.INKLING_LOG_LEVEL,
    onDroppedFields: (fields) => metrics.countDroppedLogFields(fields),
  })
  const problemIn = (dependency: string) => (problem: unknown) =>
    log.warn({ dependency, error: problem }, 'A dependency failed; the others go on.')
  const secrets = loadSecrets(environment)
  const keys = deriveKeys(secrets.deployment)
  const models = modelsOf(environment)

  progress(environment.DATABASE_URL ? 'Connecting to Postgres' : 'Opening the embedded database')
  const accounting = await composeAccounting(environment, models, keys.audit, (what, problem) => problemIn(what)(problem))
  onOpened(() => accounting.close())
  progress(environment.ANTHROPIC_API_KEY ? 'Preparing the connection to Claude' : 'Starting the Claude simulator')
  const { model, address, close: closeModel } = await composeModel(environment)
  onOpened(closeModel)
  progress('Reading flags')
  const { flags, source } = await composeFlags(environment, (problem) =>
    log.warn({ dependency: 'growthbook', problem }, 'Flags could not be read.'),
  )
  const cache = composeCache(environment, keys, problemIn('redis'))

  const metrics = createPrometheusObserver({ collect: () => readLedger(accounting, environment.BUDGET_TIME_ZONE) })
  const observer = composeObservers([metrics, createLogObserver({ log })])
  const records = withFirstExposures(accounting.records)
  const pipeline = createPipeline(
    adapt({
      ...{ clock: systemClock, randomness: systemRandomness, flags, model, observer, records },
      ...{ cache: cache.cache, flights: cache.flights, places: new FairPlaces(placesPerProcess) },
      ...{ gate: accounting.gate, sample: accounting.sample, denyOverrides: accounting.denyOverrides },
    }),
    {
      ...{ keys, models, personalData: environment.SAFETY_PERSONAL_DATA, timeoutMilliseconds: environment.CLAUDE_TIMEOUT_MS },
      onDefect: (error) => log.error({ error }, 'An answer could not be refreshed through a defect.'),
    },
  )
  warmUpDetectors()
  const { INKLING_WEBHOOK_URL: url, INKLING_WEBHOOK_SECRET: secret } = environment
  const incidentDesk = startIncidentDesk({
    outbox: new IncidentOutbox(accounting.database),
    clock: systemClock,
    announce(incident) {
      metrics.countIncident(incident)
      const { kind, severity, scope, period, periodStart, threshold } = incident
      const level = severity === 'critical' ? 'error' : severity === 'warning' ? 'warn' : 'info'
      log[level]({ event: 'incident', kind, severity, scope, period, periodStart, threshold }, 'An incident was recorded.')
    },
    webhook: url && secret ? createIncidentWebhook({ url, secret, now: () => systemClock.now() }) : undefined,
    onProblem: problemIn('database'),
  })
  onOpened(() => incidentDesk.close())
  const forecastDesk = startForecastDesk({
    ...accounting,
    clock: systemClock,
    timeZone: environment.BUDGET_TIME_ZONE,
    onProblem: problemIn('database'),
  })
  onOpened(() => forecastDesk.close())
  const retentionDesk = startRetentionDesk({
    database: accounting.database,
    clock: systemClock,
    days: environment.INKLING_RETENTION_DAYS,
    onProblem: problemIn('database'),
  })
  onOpened(() => retentionDesk.close())
  const priceWatch = startPriceWatch({
    database: accounting.database,
    clock: systemClock,
    maxAgeDays: environment.INKLING_PRICE_MAX_AGE_DAYS,
    onProblem: problemIn('database'),
  })
  onOpened(() => priceWatch.close())
  const tokens = createTokenVerifier(secrets.tokens, () => systemClock.now())
  let stopping = false
  const readiness = createReadiness(
    [
      {
        name: 'postgres',
        embedded: !environment.DATABASE_URL,
        consequence: 'No new spending; cached answers and templates go on, events wait on disk.',
        probe: accounting.isReady,
      },
      {
        name: 'redis',
        embedded: !environment.REDIS_URL,
        consequence: 'Answers are cached in this process alone.',
        probe: cache.isReachable,
      },
      {
        name: 'growthbook',
        embedded: !environment.GROWTHBOOK_API_HOST,
        consequence: 'The last known flags hold; without any, everything is off.',
        probe: async () => !source.status().stale,
      },
      {
        name: 'claude',
        embedded: !environment.ANTHROPIC_API_KEY,
        consequence: 'Cached answers and templates only.',
        probe: async () => (await model.probe()).reachable,
      },
      {
        name: 'prices',
        embedded: false,
        consequence: 'The price table is older than INKLING_PRICE_MAX_AGE_DAYS: budgets count by prices that may have changed.',
        probe: async () => !priceAge(systemClock.now(), environment.INKLING_PRICE_MAX_AGE_DAYS).old,
      },
    ],
    () => stopping,
  )
  return {
    database: accounting.database,
    operations: accounting.operations,
    modelAddress: address,
    services: {
      isStopping: () => stopping,
      ...{ pipeline, tokens, secrets, readiness, embedded: environment.embedded },
      ...{ quotas: cache.quotas, allowedOrigins: environment.INKLING_ALLOWED_ORIGINS },
      metricsToken: environment.INKLING_METRICS_TOKEN,
      operations: createOperatorService({
        ...{ ...accounting, cache: cache.cache, clock: systemClock, randomness: systemRandomness, userKey: keys.userKey },
        retentionDays: environment.INKLING_RETENTION_DAYS,
        priceMaxAgeDays: environment.INKLING_PRICE_MAX_AGE_DAYS,
      }),
      feedback: createFeedbackRecorder({ clock: systemClock, records }, keys.suggestionId),
      userKey: keys.userKey,
      metrics: async () => {
        const status = await accounting.operations.status().catch(() => undefined)
        if (status) metrics.setGate(status)
        return { contentType: metrics.contentType, body: await metrics.metrics() }
      },
      newRequestId: () => systemRandomness.uuid(),
      onDefect: (error, requestId) => log.error({ error, requestId }, 'A request failed through a defect.'),
    },
    reloadSecrets() {
      secrets.tokens.reload()
      tokens.forget()
    },
    beginStopping() {
      stopping = true
    },
    async close() {
      // Calls go on without their readers, and are paid for.
      await pipeline.idle()
      await Promise.all([source.close(), incidentDesk.close(), forecastDesk.close(), retentionDesk.close(), priceWatch.close()])
      await accounting.close()
      await Promise.all([cache.close(), closeModel()])
      metrics.close()
    },
  }
}

/** The database keeps one exposure per user, experiment and variation; most repetitions need not get that far. */
function withFirstExposures(records: Records): Records {
  const seen = new ExposureDeduplication()
  return {
    exposure: (record) => {
      if (seen.isFirst(record)) records.exposure(record)
    },
    served: (record) => records.served(record),
    security: (record) => records.security(record),
    feedback: (events) => records.feedback(events),
  }
}

/** The detectors' first run compiles their tables; nobody's first request should wait for that. */
function warmUpDetectors(): void {
  for (const level of ['low', 'medium', 'high'] as const) {
    const placeholders = createPlaceholderNumbering()
    inspectText('A table for 4 at 19:30, please; call 010-0000-0000 or write to a@example.com.', {
      kind: 'text',
      level,
      personalData: 'redact',
      placeholders,
    })
  }
}
