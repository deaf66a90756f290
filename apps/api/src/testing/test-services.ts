import { mintWidgetToken, type WidgetTokenOptions } from '@inkling/client'
import { type OperationName, type OperatorRole, operations, products } from '@inkling/contracts'
import type { OperatorCaller, OperatorService } from '@inkling/router'
import { createFeedbackRecorder, createPipeline, deriveKeys } from '@inkling/suggestions'
import { answerText, type FakePorts, fakePorts, ScriptedModel } from '@inkling/suggestions/testing'
import { mintOperatorToken } from '../mint-operator-token.ts'
import { TokenSecrets } from '../secrets.ts'
import type { Services } from '../services.ts'
import { createTokenVerifier } from '../verify-token.ts'

const secret = 'secret-of-every-product-in-this-test-0123456789'

export interface TestServices {
  /** What operators have done: name, operator, input. */
  operatorCalls: unknown[][]
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
  const tokenSecrets = new TokenSecrets(() =>
    JSON.stringify(Object.fromEntries([...products, 'operators'].map((owner) => [owner, [secret]]))),
  )
  const defects: unknown[] = []
  const operatorCalls: unknown[][] = []
  const services: Services = {
    pipeline: createPipeline(ports, { keys, models, personalData: 'redact', timeoutMilliseconds: 10_000 }),
    feedback: createFeedbackRecorder(ports, keys.suggestionId),
    operations: recordingOperations(operatorCalls),
    tokens: createTokenVerifier(tokenSecrets, () => Date.now()),
    secrets: { deployment: '', tokens: tokenSecrets },
    quotas: { take: async () => ({ allowed: true }) },
    allowedOrigins: undefined,
    userKey: keys.userKey,
    isStopping: () => false,
    readiness: { report: async () => ({ ready: true, degraded: false, dependencies: {} }) },
    metrics: async () => ({ contentType: 'text/plain', body: '' }),
    embedded: true,
    newRequestId: () => ports.randomness.uuid(),
    onDefect: (error) => defects.push(error),
  }
  const authorization = async (options: Partial<WidgetTokenOptions> = {}) =>
    `Bearer ${await mintWidgetToken(secret, { product: 'coocook', userId: 'u1', ...options })}`
  return { services, ports, defects, operatorCalls, authorization }
}

/** Answers everything with nothing and remembers who asked for what. */
function recordingOperations(calls: unknown[][]): OperatorService {
  const names = Object.keys(operations) as OperationName[]
  const record = (name: OperationName) => async (operator: OperatorCaller, input: unknown) => {
    calls.push([name, operator, input])
    return {}
  }
  return Object.fromEntries(names.map((name) => [name, record(name)])) as unknown as OperatorService
}

/** The header of an operator's request. */
export async function operatorAuthorization(role: OperatorRole): Promise<string> {
  return `Bearer ${await mintOperatorToken(secret, { role, name: 'ann' })}`
}
