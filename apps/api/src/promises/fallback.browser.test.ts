import { expect, test } from 'vitest'
import { onEveryForm, type Stage } from './testing/stage.ts'
import { eventually, type Visit } from './testing/visit.ts'
import { menu, newMenu } from './testing/widgets.ts'

/** A tenth of what counts as good. */
const mostShift = 0.01

onEveryForm("without suggestions the host's own words stand in their place, and nothing moves", (stage) => {
  test('switched off', async () => {
    stage.server.reins.disabled = true
    const { person, goOn } = await showTwo(stage)
    await goOn()
    await eventually(async () => expect(await ownWords(person)).toBe(2))
    await eventually(async () => expect(await person.page.locator('.ink-root:visible').count()).toBe(0))
    await expectNoShift(person)
  })

  test('offline', async () => {
    const { person, goOn } = await showTwo(stage)
    await goOn('offline')
    await eventually(() => expect(person.problems.splice(0).join()).toContain('ERR_INTERNET_DISCONNECTED'))
    await eventually(async () => expect(await ownWords(person)).toBe(2))
    await expectNoShift(person)
  })

  test('without JavaScript', async () => {
    const person = await stage.visit({ rendered: [menu(2), menu(3)] }, { javaScriptEnabled: false })
    expect(await ownWords(person)).toBe(2)
    expect(await person.page.locator('.ink-root:visible').count()).toBe(0)
  })

  test('and where an answer comes, item by item', async () => {
    const { person, goOn } = await showTwo(stage, 460)
    stage.server.reins.model = 'hold-after-first'
    await goOn()
    await eventually(() => expect(stage.server.reins.held()).toBe(2))
    await person.page.locator('.ink-item').nth(1).waitFor()
    stage.server.reins.release()
    await person.cards('ready', 2)
    await expectNoShift(person)
  })
})

/** Two widgets as they stand in the page's first frames, before anything is known of their answers. */
async function showTwo(stage: Stage, ownHeight = 200): Promise<{ person: Visit; goOn: (network?: 'offline') => Promise<void> }> {
  const person = await stage.visit({ css: `.own { min-height: ${ownHeight}px }` })
  const { page } = person
  const told = Promise.withResolvers<'online' | 'offline'>()
  await page.route('**/host/token*', async (route) =>
    (await told.promise) === 'offline' ? route.abort('internetdisconnected') : route.continue(),
  )
  await person.show({ widgets: [newMenu(), newMenu()] })
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
    const shifts: LayoutShift[] = []
    Object.assign(globalThis, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as unknown as {
          value: number
          sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[]
        }
        const moved = sources.map(
          ({ node, previousRect, currentRect }) =>
            `${node?.className || node?.id || node?.nodeName} from ${previousRect.top} to ${currentRect.top}`,
        )
        shifts.push({ value, moved: moved.join(', ') })
      }
    }).observe({ type: 'layout-shift' })
  })
  return { person, goOn: async (network) => told.resolve(network ?? 'online') }
}

const ownWords = ({ page }: Visit) => page.locator('.own:visible').count()

interface LayoutShift {
  value: number
  moved: string
}

/** When the last change has been painted and reported. */
async function expectNoShift({ page }: Visit): Promise<void> {
  const shifts = await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
    await new Promise((resolve) => setTimeout(resolve))
    return (globalThis as unknown as { shifts: LayoutShift[] }).shifts
  })
  const sum = shifts.reduce((total, { value }) => total + value, 0)
  expect(sum, shifts.map(({ value, moved }) => `${value}: ${moved}`).join('\n')).toBeLessThanOrEqual(mostShift)
}
