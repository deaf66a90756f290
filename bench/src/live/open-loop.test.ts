import { expect, test } from 'vitest'
import { at, openLoop } from './open-loop.ts'

test('every request is sent, though none is answered before the last was sent', async () => {
  let sent = 0
  const { promise, resolve } = Promise.withResolvers<void>()
  const times = await openLoop({
    ...{ perSecond: 1_000, milliseconds: 20 },
    send: () => {
      sent += 1
      if (sent === 20) resolve()
      return promise
    },
  })
  expect(times).toHaveLength(20)
  expect(at(times, 0)).toBeLessThanOrEqual(at(times, 0.99))
})

test('one failure makes the measurement worthless', async () => {
  const send = async () => {
    throw new Error('refused')
  }
  await expect(openLoop({ perSecond: 1_000, milliseconds: 5, send })).rejects.toThrow('refused')
})
