import { areaOf, isRead, type OperationName, operations, operatorRoles } from '@inkling/contracts'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createHttpServer } from '../http.ts'
import { operatorAuthorization, type TestServices, testServices } from '../testing/test-services.ts'
import { operationPath } from './operation-path.ts'

const names = Object.keys(operations) as OperationName[]
const inputs: Partial<Record<OperationName, object>> = {
  setLimit: { scope: 'global', period: 'day', usd: '0.50' },
  hold: { reason: 'looking into it' },
  erase: { product: 'coocook', user: 'u1' },
  export: { product: 'coocook', user: 'u1' },
}

let setUp: TestServices
let server: FastifyInstance

beforeEach(async () => {
  setUp = testServices()
  server = await createHttpServer(setUp.services)
})
afterEach(() => server.close())

function plain(name: OperationName, authorization: string | undefined, payload: object = inputs[name] ?? {}) {
  const headers = authorization === undefined ? {} : { authorization }
  return isRead(name)
    ? server.inject({ method: 'GET', url: operationPath(name), headers })
    : server.inject({ method: 'POST', url: operationPath(name), headers, payload })
}

function overTrpc(name: OperationName, authorization: string | undefined, payload: object = inputs[name] ?? {}) {
  const headers = authorization === undefined ? {} : { authorization }
  return server.inject({ method: 'POST', url: `/trpc/${areaOf(name)}.${name}`, headers, payload })
}

describe.each([
  ['plain HTTP', plain],
  ['tRPC', overTrpc],
])('the door of operators over %s', (_, call) => {
  test.each(names)('takes %s from its role and those above, and from nobody else', async (name) => {
    const allowed = operatorRoles.slice(operatorRoles.indexOf(operations[name].role))
    for (const role of operatorRoles) {
      const response = await call(name, await operatorAuthorization(role))
      expect([role, response.statusCode]).toEqual([role, allowed.includes(role) ? 200 : 403])
    }
    expect((await call(name, undefined)).statusCode).toBe(401)
    expect((await call(name, await setUp.authorization({ server: true }))).statusCode).toBe(401)
    expect(setUp.operatorCalls.map(([, operator]) => (operator as { role: string }).role)).toEqual(allowed)
  })

  test('refuses what an operation does not take, naming the field, before anything happens', async () => {
    const response = await call('setLimit', await operatorAuthorization('operator'), { scope: 'shop', period: 'day', usd: '1' })
    expect(response.statusCode).toBe(400)
    const { error } = response.json()
    expect(error.data?.inkling ?? error).toMatchObject({ code: 'invalid-input', field: 'scope' })
    expect(setUp.operatorCalls).toEqual([])
  })
})

test('what a reader asks for stands in the query', async () => {
  const headers = { authorization: await operatorAuthorization('viewer') }
  await server.inject({ method: 'GET', url: '/api/v1/ops/incidents?limit=7&open=true', headers })
  expect(setUp.operatorCalls).toMatchObject([['incidents', { name: 'ann', role: 'viewer' }, { limit: 7, open: true }]])
})
