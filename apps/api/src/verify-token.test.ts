import { mintWidgetToken } from '@inkling/client'
import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { mintOperatorToken } from './mint-operator-token.ts'
import { TokenSecrets } from './secrets.ts'
import { createTokenVerifier } from './verify-token.ts'

const current = 'current-secret-of-coocook-0123456789'
const former = 'former-secret-of-coocook-01234567890'
const review = 'secret-of-review-0123456789012345678'
const operators = 'secret-of-operators-0123456789012345'

function setUp(json: object = { coocook: [current, former], review: [review], operators: [operators] }) {
  let content = JSON.stringify(json)
  let now = Date.now()
  const secrets = new TokenSecrets(() => content)
  const verifier = createTokenVerifier(secrets, () => now)
  return {
    secrets,
    verifier,
    rotateTo: (next: object) => {
      content = JSON.stringify(next)
    },
    advance: (milliseconds: number) => {
      now += milliseconds
    },
  }
}

const bearer = (token: string) => `Bearer ${token}`
const signed = (secret: string, claims: Record<string, unknown>, expires = '5m', audience = 'inkling') =>
  new SignJWT({ sub: 'u1', ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(audience)
    .setExpirationTime(expires)
    .sign(Buffer.from(secret))

test('a minted token says who asks, with the defaults filled in', async () => {
  const { verifier } = setUp()
  const token = await mintWidgetToken(current, { product: 'coocook', userId: 'u1', locale: 'ko' })
  expect(await verifier.product(bearer(token))).toMatchObject({ product: 'coocook', sub: 'u1', tier: 'standard', locale: 'ko' })
})

test('both secrets are valid while one replaces the other, and a rotated one is not', async () => {
  const { verifier, secrets, rotateTo } = setUp()
  const old = bearer(await signed(former, { product: 'coocook' }))
  await expect(verifier.product(old)).resolves.toMatchObject({ sub: 'u1' })
  rotateTo({ coocook: ['the-next-secret-of-coocook-0123456789', current] })
  secrets.reload()
  verifier.forget()
  expect(verifier.known(old)).toBeUndefined()
  await expect(verifier.product(old)).rejects.toMatchObject({ code: 'invalid-token' })
  await expect(verifier.product(bearer(await signed(current, { product: 'coocook' })))).resolves.toBeDefined()
})

test('secrets that are not valid leave the former ones in use', async () => {
  const { verifier, secrets, rotateTo } = setUp()
  rotateTo({ coocook: ['short'] })
  expect(() => secrets.reload()).toThrow('INKLING_TOKEN_SECRETS is not valid: coocook')
  await expect(verifier.product(bearer(await signed(current, { product: 'coocook' })))).resolves.toBeDefined()
})

test.each([
  ['no token', async () => undefined, 'missing-token'],
  ['another scheme', async () => 'Basic dXNlcjpwYXNz', 'invalid-token'],
  ['something that is no token', async () => 'Bearer a.b.c', 'invalid-token'],
  ["another product's secret", async () => bearer(await signed(review, { product: 'coocook' })), 'invalid-token'],
  ['an unknown product', async () => bearer(await signed(current, { product: 'shop' })), 'invalid-token'],
  ['a product without secrets', async () => bearer(await signed(current, { product: 'snsAuto' })), 'invalid-token'],
  ['an expired token', async () => bearer(await signed(current, { product: 'coocook' }, '-1m')), 'expired-token'],
  ['a token that lives too long', async () => bearer(await signed(current, { product: 'coocook' }, '1h')), 'invalid-token'],
  ['another audience', async () => bearer(await signed(current, { product: 'coocook' }, '5m', 'shop')), 'invalid-token'],
  ['an unknown tier', async () => bearer(await signed(current, { product: 'coocook', tier: 'gold' })), 'invalid-token'],
  [
    'no algorithm',
    async () =>
      bearer(`${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"product":"coocook"}').toString('base64url')}.x`),
    'invalid-token',
  ],
])('%s is refused', async (_, authorization, code) => {
  const { verifier } = setUp()
  await expect(verifier.product(await authorization())).rejects.toMatchObject({ code })
})

test('a remembered token ends when it expires', async () => {
  const { verifier, advance } = setUp()
  const token = bearer(await signed(current, { product: 'coocook' }))
  expect(verifier.known(token)).toBeUndefined()
  const claims = await verifier.product(token)
  expect(verifier.known(token)).toBe(claims)
  advance(6 * 60_000)
  expect(verifier.known(token)).toBeUndefined()
  await expect(verifier.product(token)).rejects.toMatchObject({ code: 'expired-token' })
})

test("an operator's token is no product's token and the other way round", async () => {
  const { verifier } = setUp()
  const operator = bearer(await mintOperatorToken(operators, { role: 'operator', name: 'kim' }))
  expect(await verifier.operator(operator)).toMatchObject({ role: 'operator', sub: 'kim' })
  await expect(verifier.product(operator)).rejects.toMatchObject({ code: 'invalid-token' })
  await expect(verifier.operator(bearer(await signed(current, { product: 'coocook' })))).rejects.toMatchObject({ code: 'invalid-token' })
})
