import { expect, test } from 'vitest'
import { eventTypes, onEveryForm } from './testing/stage.ts'
import { eventually, type Visit } from './testing/visit.ts'
import { chefs, menu } from './testing/widgets.ts'

onEveryForm('what is counted is true', (stage) => {
  test('an impression is half of a card, for one second, in a tab that is shown, once', async () => {
    const person = await stage.visit({ css: '.card { height: 1000px }' })
    const { page } = person
    await page.clock.install()
    await page.reload()
    await person.show({ widgets: [menu(2)] })
    await person.cards('ready')
    await page.clock.pauseAt(Date.now() + 60_000)
    const impressions = async () => (await queued(person)).filter((type) => type === 'impression').length

    await showShare(person, 0.45)
    await page.clock.runFor(5_000)
    await showShare(person, 0.55)
    await page.clock.runFor(900)
    await showShare(person, 0)
    await showShare(person, 0.55)
    await page.clock.runFor(900)
    await setVisibility(person, 'hidden')
    await page.clock.runFor(5_000)
    await setVisibility(person, 'visible')
    await page.clock.runFor(900)
    expect(await impressions()).toBe(0)
    await page.clock.runFor(100)
    expect(await impressions()).toBe(1)

    await showShare(person, 0)
    await showShare(person, 1)
    await page.clock.runFor(5_000)
    await person.show({ widgets: [] })
    await person.show({ widgets: [menu(2)] })
    await page.clock.runFor(5_000)
    await page.clock.resume()
    await page.getByRole('button', { name: 'Report', exact: true }).click()
    await eventually(async () => expect(await eventTypes(stage, person)).toContain('report'))
    expect((await eventTypes(stage, person)).filter((type) => type === 'impression')).toHaveLength(1)
  })

  test('feedback to a suggestion id that was altered, or is of another person, is refused and leaves nothing', async () => {
    const [one, other] = [await stage.visit(), await stage.visit()]
    await one.show({ widgets: [menu(2)] })
    await one.cards('ready')
    await one.page
      .getByRole('button', { name: /^Add: / })
      .first()
      .click()
    await eventually(async () => expect(await queued(one)).toContain('accept'))
    const { suggestionId } = (await queue(one)).find(({ type }) => type === 'accept') ?? { suggestionId: '' }
    const altered = suggestionId.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A'))
    const swapped = suggestionId.replace(/^./, (first) => (first === '0' ? '1' : '0'))
    const send = ({ page, person }: Visit, id: string) =>
      page.evaluate(
        async ([suggestionId, user]) => {
          const token = await (await fetch(`/host/token?user=${user}`)).text()
          const response = await fetch('/api/v1/feedback', {
            method: 'POST',
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            body: JSON.stringify({ events: [{ id: crypto.randomUUID(), suggestionId, type: 'report' }] }),
          })
          const { accepted, rejected } = await response.json()
          return [accepted.length, ...rejected.map(({ code }: { code: string }) => code)]
        },
        [id, person] as const,
      )
    expect(await send(one, altered)).toEqual([0, 'invalid-suggestion-id'])
    expect(await send(one, swapped)).toEqual([0, 'invalid-suggestion-id'])
    expect(await send(other, suggestionId)).toEqual([0, 'forbidden'])
    expect(await send(one, suggestionId)).toEqual([1])
    const gestures = async () => (await eventTypes(stage, one)).filter((type) => type !== 'impression')
    await eventually(async () => expect((await gestures()).sort()).toEqual(['accept', 'report']))
    expect(await eventTypes(stage, other)).toEqual([])
  })

  test('one load shows one arm of an experiment, whatever it asks; events carry that arm', { timeout: 120_000 }, async () => {
    const load = async () => {
      const person = await stage.visit()
      await person.show({ widgets: [chefs(2), chefs(3), chefs(4)] })
      await person.cards('ready', 3)
      for (const name of [/^New suggestions$/, /^Choose: /]) await person.page.getByRole('button', { name }).first().click()
      await person.page.locator('.ink-done').waitFor()
      await person.cards('ready', 3)
      await eventually(async () => expect(await eventTypes(stage, person)).toContain('accept'))
      const { exposures, variants, events } = await stage.server.knows(person.person)
      expect(exposures).toHaveLength(1)
      expect(variants).toHaveLength(1)
      // A check of a text may take too long on a busy machine: that answer reached no prompt, and so no arm.
      for (const { arm, variant } of events) expect(arm).toBe(variant === '' ? '' : exposures[0])
      return exposures.join()
    }
    const arms = new Set<string>()
    // Chance gives eight people the same arm now and then, but not thirty-two.
    for (let round = 0; arms.size < 2 && round < 8; round++) {
      for (const arm of await Promise.all([load(), load(), load(), load()])) arms.add(arm)
    }
    expect(arms.size).toBe(2)
  })

  test('an answer that ended before the arms part is of none, and the rest of the load is of one', async () => {
    const person = await stage.visit()
    const { page } = person
    stage.server.reins.stalled = true
    await person.show({ widgets: [chefs(2)] })
    await page.locator('.ink-root[data-source=template][data-status=ready]').waitFor()
    stage.server.reins.stalled = false
    await person.show({ widgets: [chefs(2), chefs(3), chefs(4)] })
    await person.cards('ready', 3)
    for (const card of [0, 1]) {
      const choose = page
        .locator('.ink-root')
        .nth(card)
        .getByRole('button', { name: /^Choose: / })
      await choose.first().click()
    }
    const accepts = async () => (await stage.server.knows(person.person)).events.filter(({ type }) => type === 'accept')
    await eventually(async () => expect(await accepts()).toHaveLength(2))
    const { exposures, variants } = await stage.server.knows(person.person)
    expect([exposures.length, variants.length]).toEqual([1, 1])
    const told = (await accepts()).map(({ arm, variant }) => `${variant} ${arm}`)
    expect(told.sort()).toEqual([' ', `${variants[0]} ${exposures[0]}`])
  })
})

onEveryForm('without consent nothing is counted', (stage) => {
  test('the control prompt answers, no experiment learns of it, and no request tells what is done', { timeout: 120_000 }, async () => {
    const before = stage.server.requests.length
    const control = new Set<string>()
    for (let visit = 0; visit < 6; visit++) {
      const person = await stage.visit()
      await person.show({ widgets: [chefs(2)], consent: 'none' })
      await person.cards('ready')
      const { page } = person
      for (const name of [/^Choose: /, /^Undo: /, /^Hide: /, /^Report$/]) await page.getByRole('button', { name }).first().click()
      await page.goto(`${stage.server.origin}/host/elsewhere`)
      await eventually(async () => expect((await stage.server.knows(person.person)).answers).toHaveLength(1))
      const { exposures, variants, events } = await stage.server.knows(person.person)
      expect([exposures, events]).toEqual([[], []])
      for (const variant of variants) control.add(variant)
    }
    expect([...control]).toEqual(['ranked'])
    // A person who has consented comes after them: were there events of the others, they would have arrived by now.
    const consenting = await stage.visit()
    const own: string[] = []
    consenting.page.on('request', (request) => own.push(request.url()))
    await consenting.show({ widgets: [chefs(2)], consent: 'granted' })
    await consenting.page
      .getByRole('button', { name: /^Hide: / })
      .first()
      .click()
    await eventually(async () => expect(await eventTypes(stage, consenting)).toContain('dismiss'))
    const feedback = (requests: readonly string[]) => requests.filter((request) => request.includes('/feedback'))
    await eventually(() => expect(feedback(stage.server.requests.slice(before))).toHaveLength(feedback(own).length))
    expect(feedback(own)).not.toEqual([])
  })
})

interface Queued {
  type: string
  suggestionId: string
}

/** What waits in the tab for the server. */
function queue({ page }: Visit): Promise<Queued[]> {
  return page.evaluate(() =>
    Object.entries(sessionStorage).flatMap(([key, text]) => (key.startsWith('inkling.feedback') ? (JSON.parse(text) as Queued[]) : [])),
  )
}

async function queued(person: Visit): Promise<string[]> {
  return (await queue(person)).map(({ type }) => type)
}

/** Scrolls until that share of the card is in the window, and waits until the browser has told the observers. */
async function showShare({ page }: Visit, share: number): Promise<void> {
  await page.locator('.ink-root').evaluate((card, part) => {
    const { top, height } = card.getBoundingClientRect()
    scrollTo(0, part === 0 ? 0 : scrollY + top + height * part - innerHeight)
    return new Promise<void>((resolve) => {
      new IntersectionObserver((_, observer) => {
        observer.disconnect()
        resolve()
      }).observe(card)
    })
  }, share)
}

function setVisibility({ page }: Visit, state: DocumentVisibilityState): Promise<void> {
  return page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { value, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)
}
