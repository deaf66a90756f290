import { expect, test } from 'vitest'
import { wasNeverSent } from './transport-failure.ts'

const failure = (fields: object) => new TypeError('fetch failed', { cause: Object.assign(new Error('socket'), fields) })

test.each([
  ['refused', failure({ code: 'ECONNREFUSED', syscall: 'connect' })],
  ['unknown name', failure({ code: 'ENOTFOUND', syscall: 'getaddrinfo' })],
  ['unreachable while connecting', failure({ code: 'EHOSTUNREACH', syscall: 'connect' })],
  ['connect time-out', failure({ code: 'UND_ERR_CONNECT_TIMEOUT' })],
  ['wrong certificate', failure({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })],
  [
    'all addresses refused',
    new TypeError('fetch failed', { cause: new AggregateError([failure({ syscall: 'connect' }), failure({ code: 'ECONNREFUSED' })]) }),
  ],
])('%s: nothing was sent', (_, error) => {
  expect(wasNeverSent(error)).toBe(true)
})

const cyclic = new Error('cycle')
cyclic.cause = cyclic

test.each([
  ['reset while reading', failure({ code: 'ECONNRESET', syscall: 'read' })],
  ['unreachable while reading', failure({ code: 'EHOSTUNREACH', syscall: 'read' })],
  ['closed by the other side', failure({ code: 'UND_ERR_SOCKET' })],
  ['one of two addresses reset later', new AggregateError([failure({ syscall: 'connect' }), failure({ code: 'ECONNRESET' })])],
  ['an error of nobody', cyclic],
  ['no error at all', undefined],
])('%s: it may have been', (_, error) => {
  expect(wasNeverSent(error)).toBe(false)
})
