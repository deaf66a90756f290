import type { Product } from '@inkling/contracts'
import type { OperatorService } from '@inkling/router'
import type { FeedbackRecorder, Pipeline } from '@inkling/suggestions'
import type { Quotas } from '@inkling/suggestions/ports'
import type { AllowedOrigins } from './env-values.ts'
import type { Readiness } from './readiness.ts'
import type { Secrets } from './secrets.ts'
import type { TokenVerifier } from './verify-token.ts'

/** What the doors need; made in `compose.ts`. */
export interface Services {
  pipeline: Pipeline
  feedback: FeedbackRecorder
  operations: OperatorService
  tokens: TokenVerifier
  secrets: Secrets
  quotas: Quotas
  /** Undefined: pages of any origin may call. */
  allowedOrigins: AllowedOrigins | undefined
  /** The pseudonym of a product's user. */
  userKey(product: Product, userId: string): string
  readiness: Readiness
  /** The process is about to end: connections are not kept for another request. */
  isStopping(): boolean
  /** Who shows it may read the metrics; absent: whoever does not come through a proxy. */
  metricsToken?: string | undefined
  /** The Prometheus text format. */
  metrics(): Promise<{ contentType: string; body: string }>
  /** The playground mints its own tokens, in the embedded mode only. */
  embedded: boolean
  newRequestId(): string
  /** A defect: something threw that no caller caused. */
  onDefect(error: unknown, requestId: string): void
}
