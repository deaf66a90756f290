import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort, runServer, type ServerProcess, until } from '../../apps/api/src/testing/run-server.ts'
import { browserMissing, openBrowser } from '../../packages/widget-kit/src/testing/index.ts'
import { packPackages } from '../build/pack-packages.ts'
import { startHost } from './testing/host-server.ts'
import { type PackageRegistry, startPackageRegistry } from './testing/package-registry.ts'
import { snippetsOf, writeSnippet } from './testing/page-snippets.ts'
import { endShell, runShell, startShell } from './testing/run-shell.ts'

const folder = mkdtempSync(join(tmpdir(), 'inkling-quick-start-'))
const dataFolder = join(folder, 'data')
const app = join(folder, 'my-shop')
let server: ServerProcess
let registry: PackageRegistry
let environment: Record<string, string>

beforeAll(async () => {
  const packed = await packPackages(join(folder, 'packed'))
  registry = await startPackageRegistry(packed)
  server = await runServer({ INKLING_DATA_DIR: dataFolder, SIM_PORT: String(await freePort()) })
  const { PATH = '', HOME = '', NODE_EXTRA_CA_CERTS } = process.env
  environment = {
    ...{ PATH, HOME },
    // Where a company's own certificates stand between npm and its registry.
    ...(NODE_EXTRA_CA_CERTS && { NODE_EXTRA_CA_CERTS }),
    'npm_config_@inkling:registry': registry.url,
    ...{ npm_config_prefer_offline: 'true', npm_config_audit: 'false', npm_config_fund: 'false', npm_config_yes: 'true' },
    ...{ npm_config_update_notifier: 'false', npm_config_loglevel: 'http' },
    // A connection that is stuck is given up after 15 seconds instead of npm's five minutes.
    ...{ npm_config_fetch_timeout: '15000', npm_config_fetch_retry_mintimeout: '500' },
  }
}, 180_000)
afterAll(async () => {
  await server?.stop()
  await registry?.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

describe.skipIf(browserMissing())('a reader of the quick start', () => {
  test('has a suggestion in an empty Vite app by following it to the letter', async () => {
    const snippets = snippetsOf('embedding/quick-start-react.md', server.url)
    const shell = snippets.filter(({ language }) => language === 'sh').map(({ code }) => code)
    const [startsInkling, makesApp, addsWidgets, runsApp] = shell
    expect(shell).toHaveLength(4)
    expect(startsInkling).toBe('npm start\n')

    await succeed(makesApp, folder)
    await succeed(addsWidgets, app)
    for (const snippet of snippets) if (snippet.file) writeSnippet(snippet, app)
    await succeed('npm run build', app)

    const port = await freePort()
    const commands = runsApp!
      .replace('the first value of coocook', productSecret())
      .replace('npm run dev', `npm run dev -- --port ${port} --strictPort`)
    const dev = startShell(commands, { folder: app, environment })
    try {
      await openApp(`http://localhost:${port}`)
    } finally {
      await endShell(dev)
    }

    // Built, and served under the policy that the documentation gives for React.
    const host = await startHost({ secret: productSecret(), header: reactPolicy(), read: readBuilt })
    try {
      await openApp(host.url)
    } finally {
      await host.close()
    }
  }, 240_000)
})

async function succeed(lines: string | undefined, inFolder: string): Promise<void> {
  const { code, stdout, stderr } = await runShell(lines ?? 'false', { folder: inFolder, environment })
  if (code !== 0) throw new Error(`${lines} ended with ${code}:\n${stdout}\n${stderr}`)
}

function productSecret(): string {
  const secrets = JSON.parse(readFileSync(join(dataFolder, 'token-secrets.json'), 'utf8')) as { coocook: [string] }
  return secrets.coocook[0]
}

function reactPolicy(): string {
  const snippet = snippetsOf('embedding/content-security-policy.md', server.url).find(({ file }) => file === 'react')
  if (!snippet) throw new Error('docs/embedding/content-security-policy.md has no policy for React')
  return snippet.code
}

function readBuilt(path: string): Buffer | undefined {
  const file = join(app, 'dist', path === '/' ? 'index.html' : path)
  return existsSync(file) ? readFileSync(file) : undefined
}

async function openApp(address: string): Promise<void> {
  await until(async () => (await fetch(address).catch(() => undefined))?.ok === true)
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    const problems: string[] = []
    page.on('pageerror', ({ message }) => problems.push(message))
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    await page.goto(address)
    const card = page.locator('.ink-root')
    await card
      .locator('.ink-item')
      .nth(2)
      .waitFor()
      .catch(async (error: Error) => {
        throw new Error(`${error.message}\n${await page.locator('body').innerText()}\n${problems.join('\n')}`)
      })
    expect(await card.locator('.ink-origin').textContent()).toContain('AI suggestion')
    expect(await card.textContent()).toContain('Ana Moretti')
    // The style sheet came along.
    expect(await card.evaluate((node) => getComputedStyle(node).borderTopLeftRadius)).toBe('16px')
    expect(problems).toEqual([])
  } finally {
    await browser.close()
  }
}
