import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { connectionsOfTheHost } from './testing/promise-server.ts'
import { onEveryForm } from './testing/stage.ts'
import { eventually } from './testing/visit.ts'
import { menu, newMenu } from './testing/widgets.ts'

// What a host is promised for a request of its own while widgets wait. The quickest of three: a machine that is busy delays one now and then.
const promisedMilliseconds = 200

onEveryForm('widgets ask sparingly', (stage) => {
  test('a hundred renders with fresh objects are one request', async () => {
    const { show, page, cards } = await stage.visit()
    const before = stage.server.requests.length
    await show({ widgets: [menu(4)] })
    await page.evaluate((widget) => {
      for (let render = 0; render < 100; render++) host.show({ widgets: [widget] })
    }, menu(4))
    await cards('ready')
    const asked = stage.server.requests.slice(before).filter((request) => request.includes('/trpc/'))
    expect(asked).toEqual(['POST /trpc/suggestStream.coocook.menuCuration'])
  })

  test('a page in a loop is stopped before it costs more than thirty answers', async () => {
    // Tall enough for those that load when they come near.
    const { show, cards, person } = await stage.visit({}, { viewport: { width: 800, height: 18_000 } })
    await show({ widgets: Array.from({ length: 36 }, newMenu) })
    await cards('ready', 30)
    await cards('failed', 6)
    await eventually(async () => expect((await stage.server.knows(person)).answers).toHaveLength(30))
  })

  test('five widgets, one of them late, hold two connections at most; neither the late one nor the host waits for the others', async () => {
    const { show, page, cards } = await stage.visit()
    const { reins, streams } = stage.server
    const early = [newMenu(), newMenu(), newMenu(), newMenu()]
    streams.most = streams.open
    reins.model = 'hold-before'
    await show({ widgets: early })
    await eventually(() => expect(reins.held()).toBe(early.length))
    await cards('loading', early.length)

    reins.model = 'answer'
    await show({ widgets: [...early, newMenu()] })
    await cards('ready', 1)
    await cards('loading', early.length)

    await expectRoomForHost(page)
    expect(reins.held()).toBe(early.length)
    expect(streams.most).toBeLessThanOrEqual(2)
    reins.release()
    await cards('ready', early.length + 1)
  })

  test('however many come late, one by one, their answers hold two connections at most', async () => {
    const { show, page, cards } = await stage.visit()
    const { reins, streams } = stage.server
    streams.most = streams.open
    reins.model = 'hold-before'
    const widgets = [newMenu()]
    await show({ widgets })
    await eventually(() => expect(reins.held()).toBe(1))
    for (let late = 0; late < 4; late++) {
      widgets.push(newMenu())
      await show({ widgets })
      await cards('loading', widgets.length)
    }
    await eventually(() => expect(reins.held()).toBe(2))
    await expectRoomForHost(page)
    expect(streams.most).toBe(2)
    reins.release()
    await cards('ready', widgets.length)
    expect(streams.most).toBe(2)
  })
})

/** Answered when all of them have arrived: with fewer connections they never do. A browser asks one address once at a time. */
async function expectRoomForHost(page: Page): Promise<void> {
  const answers = await page.evaluate(
    (count) =>
      Promise.all(Array.from({ length: count }, (_, index) => fetch(`/host/together?${index}`).then((response) => response.status))),
    connectionsOfTheHost,
  )
  expect(answers).toEqual(Array.from({ length: connectionsOfTheHost }, () => 200))
  const milliseconds = await page.evaluate(async () => {
    const times: number[] = []
    for (let attempt = 0; attempt < 3; attempt++) {
      const startedAt = performance.now()
      await (await fetch('/healthz', { cache: 'no-store' })).text()
      times.push(performance.now() - startedAt)
    }
    return Math.min(...times)
  })
  expect(milliseconds).toBeLessThan(promisedMilliseconds)
}
