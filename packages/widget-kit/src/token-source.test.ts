import { expect, test, vi } from 'vitest'
import { createTokenSource } from './token-source.ts'

const tokenUntil = (seconds: number) => `e30.${Buffer.from(JSON.stringify({ exp: seconds, sub: 'ü>?' })).toString('base64url')}.signature`

test('callers at the same time share one request to the host', async () => {
  let asked = 0
  const tokens = createTokenSource(async () => `token-${++asked}`)
  expect(tokens.peek()).toBeUndefined()
  expect(await Promise.all([tokens.get(), tokens.get(), tokens.get()])).toEqual(['token-1', 'token-1', 'token-1'])
  expect(tokens.peek()).toBe('token-1')
})

test('a token is fetched anew half a minute before it ends', async () => {
  vi.useFakeTimers({ now: 0 })
  let asked = 0
  const tokens = createTokenSource(async () => {
    asked++
    return tokenUntil(900)
  })
  await tokens.get()
  vi.setSystemTime(869_000)
  await tokens.get()
  expect(asked).toBe(1)
  vi.setSystemTime(870_000)
  await tokens.get()
  expect(asked).toBe(2)
  vi.useRealTimers()
})

test('a refused token is dropped, a newer one is not', async () => {
  let asked = 0
  const tokens = createTokenSource(async () => `token-${++asked}`)
  const first = await tokens.get()
  tokens.reject(first)
  expect(await tokens.get()).toBe('token-2')
  tokens.reject(first)
  expect(await tokens.get()).toBe('token-2')
})

test('when the host fails, the next caller asks again', async () => {
  let asked = 0
  const tokens = createTokenSource(async () => {
    if (++asked === 1) throw new Error('signed out')
    return 'token'
  })
  await expect(tokens.get()).rejects.toThrow('signed out')
  expect(await tokens.get()).toBe('token')
})

test.each(['opaque', 'a.b.c', `e30.${btoa('{}')}.x`, `e30.${btoa('null')}.x`])(
  'a token without a readable end is used until it is refused: %s',
  async (token) => {
    let asked = 0
    const tokens = createTokenSource(async () => {
      asked++
      return token
    })
    await tokens.get()
    await tokens.get()
    expect(asked).toBe(1)
  },
)
