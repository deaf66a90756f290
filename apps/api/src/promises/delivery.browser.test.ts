import { expect, test } from 'vitest'
import { onEveryForm, type Stage } from './testing/stage.ts'
import { eventually, type Visit } from './testing/visit.ts'
import { menu } from './testing/widgets.ts'

/** In each form, by people who go about at the same time. */
const navigations = 200
const people = 4
const seed = 20261125

/** What a person may do next. Each leaves the page that is open. */
const ways = ['reload', 'elsewhere', 'back', 'link', 'offline'] as const

onEveryForm('no event is lost and none counts twice', (stage) => {
  test(`over ${navigations} random navigations, offline spells and lost answers`, { timeout: 300_000 }, async () => {
    const seeds = Array.from({ length: people }, (_, number) => seed + number)
    const wandered = await Promise.all(seeds.map((start) => wander(stage, start, navigations / people)))
    stage.server.reins.feedback = 'works'
    await Promise.all(wandered.map((one) => expectDelivered(stage, one)))
  })
})

interface Wandered {
  person: Visit
  home: string
  /** What the server must know in the end. */
  expected: string[]
}

/** One person, who hides items and leaves, over and over. */
async function wander(stage: Stage, start: number, steps: number): Promise<Wandered> {
  const random = randomNumbers(start)
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)] as Value
  const person = await stage.visit({}, { viewport: { width: 500, height: 600 } })
  const { page, context } = person
  const elsewhere = `${stage.server.origin}/host/elsewhere`
  const home = page.url()
  const expected: string[] = []

  for (let step = 0; step < steps; step++) {
    stage.server.reins.feedback = random() < 0.3 ? 'answers-are-lost' : 'works'
    const way = pick(ways)
    if (page.url() !== home) await page.goto(home)
    await person.show({ widgets: [menu(2)] })
    await page.locator('[data-action=dismiss]').first().waitFor()
    if (way === 'offline') await context.setOffline(true)
    for (let gesture = Math.floor(random() * 3); gesture >= 0; gesture--) {
      expected.push(await page.evaluate(dismissOne, random()))
    }
    if (way === 'offline') {
      await page.reload().catch(() => {})
      // A browser's page of the failure would load itself again as soon as the network is back.
      await eventually(() => page.goto('about:blank'))
      await context.setOffline(false)
    } else if (way === 'reload') await page.reload()
    else if (way === 'link') await page.evaluate((address) => location.assign(address), elsewhere)
    else await page.goto(elsewhere)
    if (way === 'back') await page.goBack()
    if (way === 'link') await page.waitForURL(elsewhere)
  }
  person.problems.splice(0)
  return { person, home, expected }
}

async function expectDelivered(stage: Stage, { person, home, expected }: Wandered): Promise<void> {
  const { page } = person
  await page.goto(home)
  await person.show({ widgets: [menu(2)] })
  const waiting = () => page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('inkling.feedback')).length)
  await eventually(async () => expect(await waiting()).toBe(0))
  const told = async (type: string) => (await stage.server.knows(person.person)).events.filter((event) => event.type === type)
  await eventually(async () => expect(await told('dismiss')).toHaveLength(expected.length))
  expect((await told('dismiss')).map(({ itemIndex }) => `dismiss ${itemIndex}`).sort()).toEqual(expected.sort())
  const impressions = (await told('impression')).map(({ suggestionId }) => suggestionId)
  expect(new Set(impressions).size).toBe(impressions.length)
}

/** In the page: hides one of the items that are left, chosen by a number below 1. */
function dismissOne(chance: number): string {
  const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])]
  const items = roots.flatMap((root) => [...root.querySelectorAll('.ink-item')])
  const left = items.flatMap((item, index) => {
    const button = item.querySelector<HTMLElement>('[data-action=dismiss]')
    return button ? [{ button, index }] : []
  })
  const chosen = left[Math.floor(chance * left.length)]
  chosen?.button.click()
  return `dismiss ${chosen?.index}`
}

/** Mulberry32: the same numbers in [0, 1) for the same seed. */
function randomNumbers(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
