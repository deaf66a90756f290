import fc from 'fast-check'
import type { SeedRequest } from './corpus.ts'

export interface FuzzRequest {
  method: string
  path: string
  headers: Record<string, string>
  body: Buffer | undefined
}

/** Values of the `authorization` header by their bearer. */
export type Authorizations = Record<SeedRequest['as'], string>

// Depth and size around and beyond what a server takes.
const deep = fc.integer({ min: 1, max: 20_000 }).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`)
const long = fc.integer({ min: 1, max: 300_000 }).map((length) => JSON.stringify({ cuisine: 'x'.repeat(length) }))
const poisoned = fc.constantFrom(
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"partySize":1e999,"budget":-0}',
  '{"a":1,"a":{"a":[]}}',
  '"\\ud800"',
  '\ufeff{}',
  '',
  'null',
  '{"events":[null,[],{},"x",1]}',
)
const headerText = fc.string({
  minLength: 1,
  maxLength: 60,
  unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)),
})

/** One value of the document, wherever it lies, becomes another one, or goes, or comes twice. */
function mutateJson(value: unknown, draw: { at: number; by: unknown; how: number }): unknown {
  let left = draw.at
  const visit = (node: unknown): unknown => {
    if (left-- === 0) return draw.how === 0 ? [node, node] : draw.by
    if (Array.isArray(node)) return node.map(visit)
    if (typeof node !== 'object' || node === null) return node
    const entries = Object.entries(node).map(([key, child]) => [left === 0 && draw.how === 1 ? `${key}x` : key, visit(child)] as const)
    return Object.fromEntries(entries.filter(([, child]) => child !== undefined))
  }
  return visit(value)
}

const edit = fc.record({
  at: fc.nat(40),
  by: fc.oneof(fc.constantFrom(undefined, null, -1, 1e308, '', 'x'.repeat(5_000), [], {}, true), fc.jsonValue({ maxDepth: 3 })),
  how: fc.nat(3),
})
const edits = fc.array(edit, { minLength: 1, maxLength: 4 })
const flips = fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(255)), { minLength: 1, maxLength: 8 })

function bodyFrom(seed: unknown): fc.Arbitrary<Buffer | undefined> {
  const whole = Buffer.from(seed === undefined ? '' : JSON.stringify(seed))
  const flipped = flips.map((changes) => {
    const bytes = Buffer.from(whole)
    for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value
    return bytes
  })
  const edited = edits.map((changes) => Buffer.from(JSON.stringify(changes.reduce(mutateJson, seed)) ?? ''))
  const other = fc
    .oneof(poisoned, fc.json(), fc.string({ unit: 'binary' }), { weight: 1, arbitrary: fc.oneof(deep, long) })
    .map((text) => Buffer.from(text))
  return fc.oneof({ weight: 2, arbitrary: fc.constant(whole) }, { weight: 6, arbitrary: edited }, { weight: 2, arbitrary: flipped }, other)
}

function pathFrom(path: string): fc.Arbitrary<string> {
  const inserted = fc.tuple(
    fc.nat(path.length),
    fc.oneof(fc.webPath(), fc.constantFrom('%00', '%ff', '..', '//', ',', '%2e%2e%2f', '?', '&batch=1', ';')),
  )
  const query = fc.webQueryParameters().map((words) => `${path}${path.includes('?') ? '&' : '?'}${words}`)
  const broken = inserted.map(([at, piece]) => path.slice(0, at) + piece + path.slice(at))
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant(path) },
    broken,
    query,
    fc.webPath().map((other) => `/${other}`),
  )
}

/** Requests near the given one: some are right, most are wrong in one way or several. */
export function mutationsOf(seed: SeedRequest, authorizations: Authorizations): fc.Arbitrary<FuzzRequest> {
  const token = authorizations[seed.as]
  const otherTokens = fc.oneof(fc.constantFrom(...Object.values(authorizations), 'Bearer', 'Bearer a.b.c', 'Basic eDp5'), headerText)
  const cut = fc.nat(token.length).map((end) => token.slice(0, end))
  return fc
    .record({
      method: fc.oneof(
        { weight: 12, arbitrary: fc.constant(seed.method) },
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'),
      ),
      path: pathFrom(seed.path),
      body: bodyFrom(seed.body),
      authorization: fc.oneof({ weight: 8, arbitrary: fc.constant(token) }, otherTokens, cut, fc.constant('')),
      type: fc.oneof(
        { weight: 10, arbitrary: fc.constant('application/json') },
        fc.constantFrom('text/plain', 'multipart/form-data', 'application/json; charset=utf-16', ''),
        headerText,
      ),
      extra: fc.dictionary(
        fc.constantFrom(
          'accept',
          'trpc-accept',
          'origin',
          'x-inkling-consent',
          'if-none-match',
          'range',
          'accept-language',
          'x-trpc-source',
        ),
        fc.oneof(headerText, fc.constantFrom('application/jsonl', 'none', 'text/event-stream', 'null', 'bytes=0-1,5-9')),
        { maxKeys: 3 },
      ),
    })
    .map(({ method, path, body, authorization, type, extra }) => ({
      ...{ method, path },
      headers: { ...extra, ...(authorization && { authorization }), ...(type && { 'content-type': type }) },
      body: method === 'GET' || method === 'HEAD' || body?.length === 0 ? undefined : body,
    }))
}
