import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { coverBrowser } from './browser-coverage.ts'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The installed Chrome, Chromium or Edge; undefined where there is none. */
const installedBrowser: string | undefined = [process.env.CHROMIUM_PATH, ...places].find((place) => place && existsSync(place))

/** Without a browser the tests of a file are skipped with one loud line; under CI that is an error. */
export function browserMissing(): boolean {
  if (installedBrowser) return false
  const line = 'NO BROWSER FOUND: browser tests are skipped. Install Chrome, Chromium or Edge, or set CHROMIUM_PATH.\n'
  if (process.env.CI) throw new Error(line)
  process.stderr.write(line)
  return true
}

export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: installedBrowser ?? '',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  return coverBrowser(browser)
}
