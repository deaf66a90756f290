import { type Browser, chromium } from 'playwright-core'
import { median } from '../statistics.ts'
import { askAgain, type CardTimes, watchCard } from './watch-card.ts'

export interface PageResult {
  name: string
  /** Medians over the page's openings. */
  milliseconds: number
  /** What it should stay below. */
  aim?: number
}

/** What a person waits for on the CooCook page of the playground, in a real browser. */
export async function measurePage(executablePath: string, url: string, rounds: number): Promise<PageResult[]> {
  const address = `${url}/coocook/?lang=en`
  if (!(await fetch(address)).ok) throw new Error('The playground is not built. Run "npm run build" first.')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    // The first opening fills the cache for those after it.
    const live = await openPage(browser, address)
    const cached: Opening[] = []
    for (let round = 0; round < Math.max(3, rounds); round++) cached.push(await openPage(browser, address))
    const medianOf = (read: (opening: Opening) => number) => median(cached.map(read))
    return [
      { name: 'skeleton, after the page has content', milliseconds: medianOf(({ skeleton, content }) => skeleton - content), aim: 17 },
      { name: 'first item, after asking, written live', milliseconds: live.item - live.asked },
      { name: 'complete answer, after asking, written live', milliseconds: live.ready - live.asked },
      { name: 'first item, asked while the page loads, cached', milliseconds: medianOf(({ item, asked }) => item - asked) },
      { name: 'complete answer, asked on the open page, cached', milliseconds: medianOf(({ again }) => again), aim: 100 },
      { name: 'slowest interaction to its next paint', milliseconds: medianOf(({ interaction }) => interaction), aim: 50 },
    ]
  } finally {
    await browser.close()
  }
}

type Opening = CardTimes & { again: number; interaction: number }

async function openPage(browser: Browser, address: string): Promise<Opening> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 } })
  try {
    const page = await context.newPage()
    await page.addInitScript(watchCard)
    await page.goto(address)
    const card = page.locator('.ink-root[data-status=ready]').first()
    await card.waitFor()
    const again = await page.evaluate(askAgain)
    for (const action of ['accept', 'undo', 'dismiss', 'undo']) await card.locator(`[data-action=${action}]`).first().click()
    await page.waitForFunction(() => cardTimes.asked > 0 && cardTimes.ready > 0)
    const times = await page.evaluate(() => ({ ...cardTimes, interaction: slowestInteraction }))
    return { ...times, again }
  } finally {
    await context.close()
  }
}
