import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** Where the coverage provider of the test run expects what ran in pages; undefined: the run counts no coverage. */
const folder = process.env.INKLING_BROWSER_COVERAGE

const scheme = 'inkling-bundle:'

/** Whether a bundle is to be traced back to its sources. */
export const pagesAreCovered = folder !== undefined

/**
 * Keeps a bundle and its map for the provider, and names the script so that V8's report says which bundle it was, at whatever address.
 * The map's sources are relative to `place`.
 */
export function nameBundle(code: string, map: { sources: string[] } | null, place: string): string {
  if (!folder || !map) return code
  const name = nameOf(code)
  const named = `${code}\n//# sourceURL=${scheme}${name}`
  mkdirSync(folder, { recursive: true })
  const sources = map.sources.map((source) => pathToFileURL(resolve(place, source)).href)
  writeFileSync(join(folder, `${name}.bundle.json`), JSON.stringify({ url: scheme + name, code: named, map: { ...map, sources } }))
  return named
}

/** Has every page of the browser count what runs in it, until its context or the browser is closed. */
export function coverBrowser(browser: Browser): Browser {
  if (!folder) return browser
  const contexts = new Set<() => Promise<void>>()
  const newContext = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await newContext(options)
    const collect = coverContext(context)
    contexts.add(collect)
    const close = context.close.bind(context)
    context.close = async (reason) => {
      await collect()
      contexts.delete(collect)
      await close(reason)
    }
    return context
  }
  const close = browser.close.bind(browser)
  browser.close = async (reason) => {
    await Promise.all([...contexts].map((collect) => collect()))
    await close(reason)
  }
  return browser
}

/** Returns what writes down the rest. */
function coverContext(context: BrowserContext): () => Promise<void> {
  const pages: (() => Promise<void>)[] = []
  const newPage = context.newPage.bind(context)
  context.newPage = async () => {
    const page = await newPage()
    pages.push(await coverPage(context, page))
    return page
  }
  return async () => void (await Promise.all(pages.map((collect) => collect())))
}

async function coverPage(context: BrowserContext, page: Page): Promise<() => Promise<void>> {
  const session = await context.newCDPSession(page)
  await session.send('Profiler.enable')
  // Whether a block ran, not how often: V8 then forgets what it has told, so that a page of many loads does not grow.
  await session.send('Profiler.startPreciseCoverage', { callCount: false, detailed: true })
  const collect = async () => {
    const { result } = await session.send('Profiler.takePreciseCoverage')
    write(result.filter(({ url }) => url.startsWith(scheme)))
  }
  let last: Promise<void> = Promise.resolve()
  const collectNext = () => {
    last = last.then(collect).catch((error) => {
      if (!page.isClosed()) throw error
    })
    return last
  }
  page.on('domcontentloaded', () => void collectNext().catch(() => {}))
  return collectNext
}

/** Loads that did the same are one file. */
function write(scripts: readonly { url: string; functions: unknown }[]): void {
  if (!folder || scripts.length === 0) return
  const text = JSON.stringify(scripts.map(({ url, functions }) => ({ url, functions })))
  writeFileSync(join(folder, `${nameOf(text)}.ran.json`), text)
}

const nameOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
