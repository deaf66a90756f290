import type { connectRedis } from '@inkling/cache'
import type { WidgetAnswer } from '@inkling/widget-kit/testing/ask-as-widget'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mayOwnServers, type OwnDeployment, startOwnDeployment, withRedis } from '../testing/own-deployment.ts'
import { until } from '../testing/run-server.ts'

const callersPerReplica = 500
/** Claude's own, of the flight or of the cache. */
const isWhole = ({ meta }: WidgetAnswer) => (meta?.source === 'claude' || meta?.source === 'cache') && meta.reason === undefined

describe.runIf(mayOwnServers)('three replicas that are asked the same at the same time', () => {
  let deployment: OwnDeployment
  let question = 1

  beforeAll(async () => {
    // A machine that is busy with other work may take long to bring 1,500 callers in: none of them shall run out of time.
    deployment = await startOwnDeployment({ latency: 'realistic', environment: { CLAUDE_TIMEOUT_MS: '60000' } })
  })
  afterAll(() => deployment?.dispose())

  /** Calls at Claude that an act causes. */
  async function callsDuring(act: () => Promise<void>): Promise<number> {
    const before = await deployment.calls()
    await act()
    return (await deployment.calls()) - before
  }

  const inRedis = <Result>(act: Parameters<typeof withRedis<Result>>[1]) => withRedis(deployment.redis.url, act)

  test('call Claude once for 1,500 callers, who all get the same answer, over two connections to Redis each', async () => {
    const size = question++
    let connections = 0
    const calls = await callsDuring(async () => {
      await inRedis(async (redis) => {
        let answered = false
        const answers = Promise.all(
          Array.from({ length: callersPerReplica }, (_, user) =>
            deployment.replicas.urls.map((url) => deployment.ask(url, size, { userId: `u${user}` })),
          ).flat(),
        ).finally(() => {
          answered = true
        })
        await until(async () => {
          const clients = String(await redis.call('CLIENT', 'LIST'))
            .trim()
            .split('\n')
          connections = Math.max(connections, clients.length - 1)
          return answered
        })
        const all = await answers
        expect(all.filter((answer) => !isWhole(answer)).map(({ failure, meta }) => failure ?? meta)).toEqual([])
        expect(new Set(all.map(({ items }) => JSON.stringify(items))).size).toBe(1)
      })
    })
    expect(calls).toBe(1)
    expect(connections).toBe(2 * deployment.replicas.all.length)
  })

  test('show every caller the items as they come, whichever replica it asked', async () => {
    const size = question++
    const order: string[] = []
    const asked = deployment.replicas.urls.map((url, replica) =>
      deployment.ask(url, size, { onEvent: ({ type }) => void order.push(`${type} ${replica}`) }),
    )
    const answers = await Promise.all(asked)
    expect(answers.every(({ items }) => items.length >= 2)).toBe(true)
    // Each has seen its first item before anybody has seen the end.
    const firstEnd = order.findIndex((entry) => entry.startsWith('answer-end'))
    for (const replica of [0, 1, 2]) {
      const firstItem = order.indexOf(`item ${replica}`)
      expect([firstItem >= 0, firstItem < firstEnd]).toEqual([true, true])
    }
  })

  test('answer everybody else with one more call when the one that leads is killed', async () => {
    const size = question++
    const [leading, ...living] = deployment.replicas.all
    // The first call never gets an answer.
    await deployment.fail([{ kind: 'delay-headers', delayMs: 60_000, times: 1 }])
    const calls = await callsDuring(async () => {
      const before = await deployment.calls()
      void deployment.ask(leading!.url, size)
      await until(async () => (await deployment.calls()) > before)
      const waiting = living.flatMap(({ url }) => Array.from({ length: 50 }, () => deployment.ask(url, size)))
      await inRedis((redis) =>
        until(async () => {
          const [, listeners] = (await redis.call('PUBSUB', 'NUMSUB', ...(await channels(redis)))) as [string, number]
          return listeners === living.length
        }),
      )
      await leading!.kill()
      const answers = await Promise.all(waiting)
      expect(
        answers.map(({ failure, meta }) => failure ?? meta?.source).filter((source) => source !== 'claude' && source !== 'cache'),
      ).toEqual([])
    })
    expect(calls).toBe(2)
    await deployment.fail([])
    await leading!.start()
  })

  const channels = async (redis: ReturnType<typeof connectRedis>['client']) => {
    const found = (await redis.call('PUBSUB', 'CHANNELS', '*')) as string[]
    return found.length > 0 ? found : ['none']
  }

  test('show a stale answer at once while one call of all refreshes it, and an older one where Claude fails', async () => {
    const size = question++
    const [first, second, third] = deployment.replicas.urls as [string, string, string]
    await deployment.ask(first, size)
    await deployment.ageAnswers(60_000)
    // Long enough that everybody has asked before there is a new answer.
    await deployment.fail([{ kind: 'delay-headers', delayMs: 2_000, times: 1 }])
    const calls = await callsDuring(async () => {
      const shown = await Promise.all([second, third].flatMap((url) => [deployment.ask(url, size), deployment.ask(url, size)]))
      for (const { meta } of shown) expect([meta?.source, meta?.reason]).toEqual(['stale', undefined])
      await until(async () => (await deployment.ask(second, size)).meta?.source === 'cache')
    })
    expect(calls).toBe(1)

    await deployment.ageAnswers(24 * 60 * 60_000)
    await deployment.fail([{ kind: 'status', status: 500 }])
    // What a replica holds in memory is fresh to it for some seconds more.
    await until(async () => (await deployment.ask(second, size)).meta?.source === 'stale')
    const { meta } = await deployment.ask(third, size)
    expect([meta?.source, ['upstream-error', 'breaker-open'].includes(meta?.reason ?? '')]).toEqual(['stale', true])
    await deployment.fail([])
  })
})
