import { isRead, type OperationName, operations, products } from '@inkling/contracts'
import { suggestions } from '@inkling/prompts'
import { router } from '@inkling/router'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operationPath } from './doors/operation-path.ts'
import { createHttpServer } from './http.ts'
import { type TestServices, testServices } from './testing/test-services.ts'

let setUp: TestServices
let server: FastifyInstance

beforeAll(async () => {
  setUp = testServices()
  server = await createHttpServer(setUp.services)
})
afterAll(() => server.close())

const procedures = Object.keys((router as unknown as { _def: { procedures: Record<string, unknown> } })._def.procedures)
const exampleOf = (name: string) => suggestions.find((each) => each.name === name)?.example ?? {}
/** Refused before anything was looked at: no answer, no money, no record. */
const untouched = () => {
  const { gate, model, records } = setUp.ports
  return [gate.reservations, model.requests, records.answers, records.feedbackRecords, setUp.operatorCalls].flat()
}

async function ask(url: string, payload: object, claims: object, method: 'GET' | 'POST' = 'POST') {
  const authorization = await setUp.authorization(claims)
  const response = await server.inject({ method, url, headers: { authorization }, ...(method === 'POST' ? { payload } : {}) })
  const body = response.json()
  return { status: response.statusCode, code: (body.error?.data?.inkling ?? body.error)?.code, keys: Object.keys(body) }
}

describe.each(products)('a token of %s', (product) => {
  const foreign = suggestions.filter((each) => each.product !== product)
  const claims = { product, server: true, debug: true }

  test('gets no suggestion of another product, over plain HTTP, tRPC and streams', async () => {
    for (const { name, path, example } of foreign) {
      for (const url of [`/api/v1/suggestions/${path}`, `/trpc/suggest.${name}`, `/trpc/suggestStream.${name}`]) {
        expect([url, await ask(url, example as object, claims)]).toEqual([url, { status: 403, code: 'wrong-product', keys: ['error'] }])
      }
    }
    expect(untouched()).toEqual([])
  })

  test('gets nothing of another product in a streamed batch, beside what is its own', async () => {
    const names = foreign.map(({ name }) => `suggestStream.${name}`)
    const headers = { authorization: await setUp.authorization(claims), 'trpc-accept': 'application/jsonl' }
    const payload = Object.fromEntries(foreign.map(({ example }, index) => [index, example]))
    const { body } = await server.inject({ method: 'POST', url: `/trpc/${names.join(',')}?batch=1`, payload, headers })
    expect(body.match(/"wrong-product"/g)).toHaveLength(foreign.length)
    expect(body).not.toMatch(/answer-start|"items?"/)
    expect(untouched()).toEqual([])
  })

  test('opens no operator door', async () => {
    for (const name of Object.keys(operations) as OperationName[]) {
      const answer = await ask(operationPath(name), {}, claims, isRead(name) ? 'GET' : 'POST')
      expect([name, answer]).toEqual([name, { status: 401, code: 'invalid-token', keys: ['error'] }])
    }
    expect(untouched()).toEqual([])
  })
})

test('every procedure there is belongs to one product, to operators, or to whoever the suggestion id names', async () => {
  const known = new Set(['suggest', 'suggestStream', 'ops', 'privacy', 'feedback'])
  expect(procedures.filter((name) => !known.has(name.split('.')[0]!))).toEqual([])
  expect(procedures).toHaveLength(2 * suggestions.length + Object.keys(operations).length + 1)
  for (const procedure of procedures) {
    const [area = '', product, key] = procedure.split('.')
    if (area === 'feedback') continue
    const other = products.find((each) => each !== product)!
    const answer = await ask(`/trpc/${procedure}`, exampleOf(`${product}.${key}`) as object, { product: other, server: true })
    expect([procedure, [401, 403].includes(answer.status)]).toEqual([procedure, true])
  }
  expect(untouched()).toEqual([])
})

test('what one product was shown takes no feedback from another', async () => {
  const authorization = await setUp.authorization({ product: 'coocook' })
  const shown = await server.inject({
    method: 'POST',
    url: '/api/v1/suggestions/coocook/chef-recommendation',
    payload: exampleOf('coocook.chefRecommendation') as object,
    headers: { authorization },
  })
  const event = { id: '01990a2b-7c3d-7e4f-8a5b-6c7d8e9f0a1d', suggestionId: shown.json().suggestionId, type: 'copy' }
  for (const url of ['/api/v1/feedback', '/trpc/feedback.record']) {
    const response = await server.inject({
      method: 'POST',
      url,
      payload: { events: [event] },
      headers: { authorization: await setUp.authorization({ product: 'review', server: true }) },
    })
    const body = response.json()
    expect(body.result?.data ?? body).toEqual({ accepted: [], rejected: [{ id: event.id, code: 'wrong-product' }] })
  }
  expect(setUp.ports.records.feedbackRecords).toEqual([])
})
