import { browserMissing, openBrowser } from '@inkling/widget-kit/testing'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import { type Form, forms, type HostDocument } from './forms.ts'
import { type PromiseServer, startPromiseServer } from './promise-server.ts'
import { type Visit, visit } from './visit.ts'

export interface Stage {
  form: Form
  server: PromiseServer
  /** A new person opens a page of the host. Whatever the page reports as an error or a warning fails the test, unless it is taken out. */
  visit(document?: HostDocument, options?: BrowserContextOptions): Promise<Visit>
}

/** Runs the tests in every form of the widgets, each against the whole product and a real browser. */
export function onEveryForm(title: string, tests: (stage: Stage) => void): void {
  describe.skipIf(browserMissing())(title, () => {
    const visits: Visit[] = []
    let server: PromiseServer
    let browser: Browser

    beforeAll(async () => {
      server = await startPromiseServer(forms)
      browser = await openBrowser()
    })
    afterAll(async () => {
      await browser?.close()
      await server?.close()
    })
    afterEach(async () => {
      server.reins.release()
      const ended = visits.splice(0)
      for (const { context } of ended) await context.close()
      expect(ended.flatMap(({ problems }) => problems)).toEqual([])
    })

    describe.each(forms)('$name', (form) => {
      tests({
        form,
        get server() {
          return server
        },
        async visit(document, options) {
          const opened = await visit(browser, await server.page(form, document), `person-${++people}`, options)
          visits.push(opened)
          return opened
        },
      })
    })
  })
}

/** What a person has done, as far as the server has written it down. */
export async function eventTypes({ server }: Stage, { person }: Visit): Promise<string[]> {
  return (await server.knows(person)).events.map(({ type }) => type)
}

let people = 0
