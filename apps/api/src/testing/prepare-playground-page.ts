import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Simulator, startSimulator } from '@inkling/claude-simulator'
import { browserMissing, openBrowser } from '@inkling/widget-kit/testing'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type Composition, compose } from '../compose.ts'
import { readEnvironment } from '../env.ts'
import { createHttpServer } from '../http.ts'
import { temporaryFolder } from './run-server.ts'

/** A product's page of the playground in a real browser, with the whole server in the embedded mode behind it. */
export interface PlaygroundPage {
  readonly page: Page
  readonly composition: Composition
  readonly simulator: Simulator
  /** Script errors and what the page's policy refused, since it was opened. */
  readonly problems: readonly string[]
  /** Types of the feedback that has reached the database, sorted. */
  eventTypes(): Promise<string[]>
  /** What Claude has received so far, as JSON text. */
  claudeReceived(): Promise<string>
  /** The calls to Claude that a suggestion has made. */
  attemptsOf(suggestion: string): Promise<{ state: string; charged_pico: bigint | null }[]>
}

/** Starts everything before a file's tests and ends it after. `product` is the page's folder. */
export function preparePlaygroundPage(product: string): PlaygroundPage {
  const built = fileURLToPath(new URL(`../../../playground/dist/${product}/index.html`, import.meta.url))
  const folder = temporaryFolder()
  const problems: string[] = []
  let simulator: Simulator
  let composition: Composition
  let server: Awaited<ReturnType<typeof createHttpServer>>
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    if (browserMissing()) return
    // Built by `npm test` before the tests begin.
    expect(existsSync(built)).toBe(true)
    simulator = await startSimulator({ port: 0, latency: 8 })
    const read = readEnvironment({ INKLING_DATA_DIR: folder.path, ANTHROPIC_BASE_URL: simulator.url, INKLING_LOG_LEVEL: 'silent' })
    if ('problems' in read) throw new Error(JSON.stringify(read.problems))
    composition = await compose(read.environment, () => {})
    server = await createHttpServer(composition.services)
    const url = await server.listen({ host: '127.0.0.1', port: 0 })
    browser = await openBrowser()
    page = await browser.newPage({ locale: 'en-US' })
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    await page.goto(`${url}/${product}/?lang=en`)
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await composition?.close()
    await simulator?.close()
    folder.remove()
  })

  return {
    get page() {
      return page
    },
    get composition() {
      return composition
    },
    get simulator() {
      return simulator
    },
    problems,
    async eventTypes() {
      const rows = await composition.database.kysely.selectFrom('events').select(['type']).execute()
      return rows.map(({ type }) => type).sort()
    },
    claudeReceived: async () => (await fetch(`${simulator.url}/_sim/requests`)).text(),
    attemptsOf: (suggestion) =>
      composition.database.kysely.selectFrom('attempts').selectAll().where('suggestion', '=', suggestion).execute(),
  }
}
