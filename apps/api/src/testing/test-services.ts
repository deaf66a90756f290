import { mintWidgetToken, type WidgetTokenOptions } from '@inkling/client'
import { createFeedbackRecorder, createPipeline, deriveKeys } from '@inkling/suggestions'
import { answerText, type FakePorts, fakePorts, ScriptedModel } from '@inkling/suggestions/testing'
import { TokenSecrets } from '../secrets.ts'
import type { Services } from '../services.ts'
import { createTokenVerifier } from '../verify-token.ts'

const secret = 'secret-of-every-product-in-this-test-0123456789'

export interface TestServices {
  services: Services
  ports: FakePorts
  defects: unknown[]
  authorization(options?: Partial<WidgetTokenOptions>): Promise<string>
}

/** The doors' services over ports in memory: real tokens, real pipeline, a scripted model. */
export function testServices(items: readonly unknown[] = []): TestServices {
  const ports = fakePorts({ model: new ScriptedModel({ text: answerText(items) }) })
  const keys = deriveKeys('a deployment secret of more than 32 bytes')
  const models = { default: 'claude-haiku-5-5', escalation: 'claude-sonnet-5-5' }
  const tokenSecrets = new TokenSecrets(() => JSON.stringify({ coocook: [secret], review: [secret], operators: [secret] }))
  const defects: unknown[] = []
  const services: Services = {
    pipeline: createPipeline(ports, { keys, models, personalData: 'redact', timeoutMilliseconds: 10_000 }),
    feedback: createFeedbackRecorder(ports, keys.suggestionId),
    tokens: createTokenVerifier(tokenSecrets, () => Date.now()),
    secrets: { deployment: '', tokens: tokenSecrets },
    userKey: keys.userKey,
    readiness: { report: async () => ({ ready: true, degraded: false, dependencies: {} }) },
    metrics: async () => ({ contentType: 'text/plain', body: '' }),
    embedded: true,
    newRequestId: () => ports.randomness.uuid(),
    onDefect: (error) => defects.push(error),
  }
  const authorization = async (options: Partial<WidgetTokenOptions> = {}) =>
    `Bearer ${await mintWidgetToken(secret, { product: 'coocook', userId: 'u1', ...options })}`
  return { services, ports, defects, authorization }
}
