import { expect, test } from 'vitest'
import { Availability } from './availability.ts'

function setUp() {
  const probes: ((answered: boolean) => void)[] = []
  let now = 0
  const probe = () => new Promise<boolean>((resolve) => probes.push(resolve))
  const availability = new Availability(probe, () => now)
  const answer = async (answered: boolean) => {
    probes.at(-1)?.(answered)
    await Promise.resolve()
    await Promise.resolve()
  }
  const pass = (milliseconds: number) => {
    now += milliseconds
  }
  return { availability, probes, answer, pass }
}

test('nobody is held up, and nothing is probed, while calls are answered', () => {
  const { availability, probes } = setUp()
  expect([availability.isUp, availability.isUp, probes.length]).toEqual([true, true, 0])
})

test('after a call that was not answered one probe decides for everybody', async () => {
  const { availability, probes, answer } = setUp()
  availability.lost()
  availability.lost()
  expect([availability.isUp, availability.isUp, probes.length]).toEqual([false, false, 1])
  await answer(true)
  expect(availability.isUp).toBe(true)
})

test('a failed probe is repeated after a pause, when somebody asks', async () => {
  const { availability, probes, answer, pass } = setUp()
  availability.lost()
  await answer(false)
  pass(249)
  expect([availability.isUp, probes.length]).toEqual([false, 1])
  pass(1)
  expect([availability.isUp, probes.length]).toEqual([false, 2])
  await answer(true)
  expect([availability.isUp, probes.length]).toEqual([true, 2])
})
