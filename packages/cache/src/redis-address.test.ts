import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRedisAddress } from './redis-address.ts'

const node = (host: string, port = 6379) => ({ host, port })

test.each([
  ['redis://localhost', { tls: false, kind: 'single', node: node('localhost'), database: 0 }],
  ['redis://127.0.0.1:6380/3', { tls: false, kind: 'single', node: node('127.0.0.1', 6380), database: 3 }],
  [
    'rediss://me:p%40ss@redis.example:1',
    { tls: true, username: 'me', password: 'p@ss', kind: 'single', node: node('redis.example', 1), database: 0 },
  ],
  ['redis://:secret@[::1]:7000', { tls: false, password: 'secret', kind: 'single', node: node('::1', 7000), database: 0 }],
  ['redis://a:1,b,c:3', { tls: false, kind: 'cluster', nodes: [node('a', 1), node('b'), node('c', 3)] }],
  ['rediss://:s@a:1/, rediss://:s@b:2/', { tls: true, password: 's', kind: 'cluster', nodes: [node('a', 1), node('b', 2)] }],
  [
    'redis+sentinel://:s@a:1,b/main/2',
    { tls: false, password: 's', kind: 'sentinel', sentinels: [node('a', 1), node('b', 26379)], name: 'main', database: 2 },
  ],
  ['rediss+sentinel://a/main', { tls: true, kind: 'sentinel', sentinels: [node('a', 26379)], name: 'main', database: 0 }],
])('%s is understood', (address, expected) => {
  expect(parseRedisAddress(address)).toEqual(expected)
})

test.each([
  ['', 'must begin with'],
  ['http://a', 'must begin with'],
  ['redis://', 'must begin with'],
  ['redis://a:0', 'host or port'],
  ['redis://a:99999', 'host or port'],
  ['redis://a,,b', 'host or port'],
  ['redis://a/x', 'database'],
  ['redis://a,b/2', 'cluster does not have'],
  ['redis+sentinel://a:1', 'master group'],
  ['redis://%:%@a', 'percent-encoded'],
])('%j is refused in one sentence', (address, problem) => {
  expect(() => parseRedisAddress(address)).toThrow(problem)
})

test('an error never contains the address, which may hold a password', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 6 }), fc.constantFrom('redis://:', 'x', 'redis+sentinel://:'), (secret, scheme) => {
      try {
        parseRedisAddress(`${scheme}${secret}@host:port`)
      } catch (error) {
        if (!'The Redis address must has a host or port that cannot be read'.includes(secret)) expect(String(error)).not.toContain(secret)
      }
    }),
  )
})
