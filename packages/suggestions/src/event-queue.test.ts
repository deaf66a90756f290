import { expect, test } from 'vitest'
import { EventQueue } from './event-queue.ts'

test('a reader gets every event in order, early ones and late ones', async () => {
  const queue = new EventQueue<number>()
  queue.push(1)
  const seen: number[] = []
  const reading = (async () => {
    for await (const event of queue) seen.push(event)
  })()
  await Promise.resolve()
  queue.push(2)
  queue.end()
  await reading
  expect(seen).toEqual([1, 2])
})

test('a failure reaches the reader after the events before it', async () => {
  const queue = new EventQueue<number>()
  queue.push(1)
  queue.fail(new Error('broken'))
  const iterator = queue[Symbol.asyncIterator]()
  expect(await iterator.next()).toEqual({ done: false, value: 1 })
  await expect(iterator.next()).rejects.toThrow('broken')
})

test('a reader that leaves neither stops the producer nor keeps its events', async () => {
  const queue = new EventQueue<number>()
  queue.push(1)
  for await (const _ of queue) break
  queue.push(2)
  queue.end()
  const rest: number[] = []
  for await (const event of queue) rest.push(event)
  expect(rest).toEqual([])
})
