import { isRead, type OperationName, operations, type Product } from '@inkling/contracts'
import { suggestions } from '@inkling/prompts'
import { operationPath } from '../../doors/operation-path.ts'

/** A request as a well-behaved caller sends it; mutations start from here. */
export interface SeedRequest {
  method: string
  path: string
  body?: unknown
  /** Whose token it carries. */
  as: Product | 'operator'
}

const event = { id: '0198c0de-0000-7000-8000-000000000001', suggestionId: 'no.such', type: 'rate', itemIndex: 0, value: 5 }
const get = (path: string): SeedRequest => ({ method: 'GET', path, as: 'operator' })
const operationNames = Object.keys(operations) as OperationName[]
/** Together they hold every field that an operation takes, so that a mutation of one is near the input of each. */
const operationInputs = [
  {},
  { reason: 'a test' },
  { reason: 'a test', product: 'review', suggestion: 'review/brief-generator' },
  { reason: 'a test', scope: 'coocook', period: 'day', limitUsd: '1' },
  { product: 'coocook', userId: 'nobody' },
  { suggestion: 'coocook/menu-curation' },
]
const eachOperation = (make: (name: OperationName, body: unknown) => Omit<SeedRequest, 'as'>) =>
  operationNames.flatMap((name) => operationInputs.map((body): SeedRequest => ({ ...make(name, body), as: 'operator' })))

/** Every door of the server, with requests that it knows. Operations come last: they switch off what the others need. */
export const doors: Readonly<Record<string, readonly SeedRequest[]>> = {
  suggestions: suggestions.map(({ path, product, example }) => ({
    ...{ method: 'POST', path: `/api/v1/suggestions/${path}`, body: example, as: product },
  })),
  'calls of tRPC': suggestions.flatMap(({ name, product, example }): SeedRequest[] => [
    { method: 'POST', path: `/trpc/suggest.${name}`, body: example, as: product },
    { method: 'POST', path: `/trpc/suggestStream.${name},suggest.${name}?batch=1`, body: { 0: example, 1: example }, as: product },
  ]),
  feedback: [
    { method: 'POST', path: '/api/v1/feedback', body: { events: [event, { ...event, type: 'accept' }] }, as: 'coocook' },
    { method: 'POST', path: '/trpc/feedback', body: { events: [event] }, as: 'coocook' },
  ],
  pages: [
    ...['/', '/coocook/', '/states/', '/docs/', '/docs/quick-start-react/', '/api/docs', '/api/openapi.json', '/embed/v1/inkling.js'].map(
      get,
    ),
    ...['/healthz', '/readyz', '/metrics'].map(get),
    { method: 'POST', path: '/playground/token', body: { product: 'coocook' }, as: 'coocook' },
  ],
  operations: eachOperation((name, body) => ({ method: isRead(name) ? 'GET' : 'POST', path: operationPath(name), body })),
  'operations of tRPC': eachOperation((name, body) => ({ method: 'POST', path: `/trpc/ops.${name}`, body })),
}
