import { CallerError, type ErrorBody, isRead, type OperationInput, type OperationName, type OperationOutput } from '@inkling/contracts'
import type { OperatorCaller } from '@inkling/router'
import { operationPath } from '../doors/operation-path.ts'
import type { Environment } from '../env.ts'
import { mintOperatorToken } from '../mint-operator-token.ts'
import { loadSecrets, type Secrets } from '../secrets.ts'
import { CommandFailure, requireEnvironment } from './command-failure.ts'

// A server on this machine answers at once or not at all.
const findServerMilliseconds = 1_000
// Whoever may run this command has the deployment's secrets, and with them every role.
const operator: OperatorCaller = { name: 'command-line', role: 'admin' }

/**
 * Through the door of the running server, which alone may open the embedded database and whose copies are then up to date at once; where
 * none runs, on the database itself.
 */
export async function callOperation<Name extends OperationName>(
  name: Name,
  input: Partial<OperationInput<Name>>,
): Promise<OperationOutput<Name>> {
  const environment = requireEnvironment()
  const secrets = loadSecrets(environment)
  const server = await findServer(environment)
  return server === undefined ? callHere(environment, secrets, name, input) : callServer(server, secrets, name, input)
}

async function findServer({ HOST, PORT }: Environment): Promise<string | undefined> {
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`
  const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(findServerMilliseconds) }).catch(() => undefined)
  return response?.ok ? url : undefined
}

async function callServer<Name extends OperationName>(
  server: string,
  secrets: Secrets,
  name: Name,
  input: Partial<OperationInput<Name>>,
): Promise<OperationOutput<Name>> {
  const [secret] = secrets.tokens.of('operators')
  if (!secret) throw new CommandFailure('INKLING_TOKEN_SECRETS has no secret for "operators". Add one with at least 32 characters.')
  const headers = { authorization: `Bearer ${await mintOperatorToken(secret, operator)}`, 'content-type': 'application/json' }
  const given = Object.entries(input).filter(([, value]) => value !== undefined)
  const query = new URLSearchParams(given.map(([key, value]): [string, string] => [key, String(value)]))
  const response = await (isRead(name)
    ? fetch(`${server}${operationPath(name)}?${query}`, { headers })
    : fetch(`${server}${operationPath(name)}`, { method: 'POST', headers, body: JSON.stringify(Object.fromEntries(given)) }))
  const body = (await response.json()) as OperationOutput<Name> & { error?: ErrorBody }
  if (body.error) throw new CommandFailure(body.error.message)
  return body
}

async function callHere<Name extends OperationName>(
  environment: Environment,
  secrets: Secrets,
  name: Name,
  input: Partial<OperationInput<Name>>,
): Promise<OperationOutput<Name>> {
  // Loaded when needed: the small commands must not wait for the whole server.
  const { openOperatorService } = await import('../operations/open-operator-service.ts')
  const { callOperation: call } = await import('@inkling/router')
  const { service, close } = await openOperatorService(environment, secrets).catch((error: Error) => {
    throw new CommandFailure(error.message)
  })
  try {
    return await call(name, operator, input, service)
  } catch (error) {
    if (error instanceof CallerError) throw new CommandFailure(error.message)
    throw error
  } finally {
    await close()
  }
}
