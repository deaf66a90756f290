import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort, runServer, type ServerProcess, until } from '../../apps/api/src/testing/run-server.ts'
import { installPackages } from '../build/testing/customer-project.ts'
import { root } from '../root.ts'
import { runTool } from '../run-tool.ts'
import type { Snippet } from './read-markdown.ts'
import { sitePages } from './site.ts'
import { snippetsOf, writeSnippet } from './testing/page-snippets.ts'
import { endShell, runShell, startShell } from './testing/run-shell.ts'

const folder = mkdtempSync(join(tmpdir(), 'inkling-snippets-'))
const dataFolder = join(folder, 'data')
let server: ServerProcess
let environment: Record<string, string>

beforeAll(async () => {
  await installPackages(folder)
  server = await runServer({ INKLING_DATA_DIR: dataFolder, SIM_PORT: String(await freePort()) })
  const [secret] = JSON.parse(readFileSync(join(dataFolder, 'token-secrets.json'), 'utf8')).coocook as [string]
  const { PATH = '', HOME = '' } = process.env
  environment = {
    PATH,
    HOME,
    INKLING_TOKEN_SECRET: secret,
    INKLING_URL: server.url,
    INKLING_DATA_DIR: dataFolder,
    PORT: new URL(server.url).port,
  }
  for (const { snippet } of inLanguage('python')) writeSnippet(snippet, folder)
}, 180_000)
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

/** Every way in which a snippet is compiled or run; a language without one cannot be documented. */
const proved = ['ts', 'tsx', 'json', 'css', 'python', 'sh', 'html', 'js', 'http', 'text']

/** Pages whose snippets are compiled or run. */
const isProved = ({ file }: { file: string }) =>
  file.startsWith('embedding/') || ['CLAUDE_INTEGRATION_API.md', 'CACHING_STRATEGY.md'].includes(file)

function inLanguage(...languages: string[]): { page: string; snippet: Snippet }[] {
  return sitePages
    .filter(isProved)
    .flatMap(({ file }) => snippetsOf(file, server?.url).map((snippet) => ({ page: file, snippet })))
    .filter(({ snippet }) => languages.includes(snippet.language))
}

async function run(lines: string, inFolder = folder): Promise<string> {
  const { code, stdout, stderr } = await runShell(lines, { folder: inFolder, environment })
  if (code !== 0) throw new Error(`${lines} ended with ${code}:\n${stdout}\n${stderr}`)
  return stdout
}

describe('the snippets of the documentation', () => {
  test('are in languages that are compiled or run', () => {
    const languages = sitePages.filter(isProved).flatMap(({ file }) => snippetsOf(file).map(({ language }) => language))
    expect([...new Set(languages)].filter((language) => !proved.includes(language))).toEqual([])
  })

  test('in TypeScript compile strictly against the packages as they are published', async () => {
    const files = inLanguage('ts', 'tsx').map(({ page, snippet }) => {
      const own = join(folder, 'pages', page)
      mkdirSync(own, { recursive: true })
      return writeSnippet(snippet, own)
    })
    expect(files.length).toBeGreaterThan(6)
    const strict = { strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, skipLibCheck: true, noEmit: true }
    const resolution = { module: 'nodenext', target: 'es2024', lib: ['esnext', 'dom', 'dom.iterable'], jsx: 'react-jsx' }
    const compilerOptions = { ...strict, ...resolution, types: ['node', 'vite/client'] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
    const { output } = await runTool('tsc', ['-p', folder, '--pretty', 'false'])
    expect(output).toBe('')
  })

  test('in JSON parse', () => {
    for (const { page, snippet } of inLanguage('json')) expect([page, typeof JSON.parse(snippet.code)]).toEqual([page, 'object'])
  })

  test('in CSS name only properties and classes that the widgets have, and the page names every property', () => {
    const sheet = readFileSync(join(root, 'packages', 'widget-kit', 'src', 'styles.css'), 'utf8')
    const named = (text: string) => new Set(text.match(/--inkling-[a-z-]+/g) ?? [])
    const theming = readFileSync(join(root, 'docs', 'embedding', 'theming.md'), 'utf8')
    expect([...named(theming)].sort()).toEqual([...named(sheet)].sort())
    for (const { snippet } of inLanguage('css')) {
      const classes = snippet.code.match(/\.ink-[a-z-]+/g) ?? []
      expect(classes.filter((name) => !new RegExp(`\\${name}[\\s,{:]`).test(sheet))).toEqual([])
    }
  })

  test('in TypeScript for a backend run against a server', async () => {
    for (const { snippet } of inLanguage('ts')) writeSnippet(snippet, folder)
    expect(await run('node suggest-menu.ts')).toMatch(/min {2}\w+: .+\n[\s\S]*from claude, \$0\.000\d+/)
    expect(await run('node call-inkling.ts')).toMatch(/^chef-\d: .+\n[\s\S]*(claude|cache) no reason true\n$/)
    expect(await run('node stream-menu.ts')).toMatch(/\p{Script=Hangul}[\s\S]*\nclaude\n$/u)
  })

  test('in Python run with nothing but the standard library', async () => {
    const answer = await run('python3 suggest_menu.py')
    expect(answer).toMatch(/^\d+ .+\n[\s\S]*(claude|cache) 0(\.000\d+)?\n$/)
    expect(await run('python3 call_inkling.py')).toMatch(/^[5-7]\ninvalid-input\n$/)
    const token = (await run('python3 mint_token.py')).trim()
    const { suggestionId } = (await ask(token).then((response) => response.json())) as { suggestionId: string }
    expect(await run(`python3 report_purchase.py "${suggestionId}"`)).toMatch(/'accepted': \['[0-9a-f-]{36}'\], 'rejected': \[\]/)
  })

  test('serve a token that the server accepts, to who is signed in', async () => {
    const port = await freePort()
    for (const { snippet } of inLanguage('ts')) writeSnippet(snippet, folder)
    const backend = startShell('exec node inkling-token.ts', { folder, environment: { ...environment, PORT: String(port) } })
    try {
      const fetchToken = () => fetch(`http://127.0.0.1:${port}/inkling-token`)
      await until(async () => (await fetchToken().catch(() => undefined))?.ok === true)
      expect((await ask(await (await fetchToken()).text())).status).toBe(200)
    } finally {
      await endShell(backend)
    }
  })

  test('of the shell run in the repository, and what they print is what the page says', async () => {
    const printed = new Map<string, string[]>()
    for (const { page, snippet } of inLanguage('sh')) {
      if (page === quickStart || snippet.code === 'npm install @inkling/client\n') continue
      printed.set(page, [...(printed.get(page) ?? []), await run(snippet.code, root)])
    }
    const [secret, menu] = printed.get('embedding/tokens.md')!
    expect(secret!.trim().length).toBeGreaterThanOrEqual(32)
    expect(JSON.parse(menu!).items.length).toBeGreaterThanOrEqual(5)
    expect(JSON.parse(printed.get('embedding/from-your-backend.md')![0]!).meta.costUsd).toMatch(/^0(\.\d+)?$/)
    expect(JSON.parse(printed.get('embedding/troubleshooting.md')![0]!)).toMatchObject({ ready: true })
    const [exported, receipt] = printed
      .get('embedding/privacy.md')!
      .join('')
      .split(/(?<=^\})\n/m)
    expect(JSON.parse(exported!)).toMatchObject({ product: 'coocook', events: [], ledgerRows: [] })
    expect(JSON.parse(receipt!)).toMatchObject({ receiptId: expect.any(String), removed: { events: 0, cachedAnswers: 0 } })
    const [posting, unauthorised] = printed.get('CLAUDE_INTEGRATION_API.md')!
    expect(JSON.parse(posting!).items.length).toBeGreaterThan(0)
    expect(unauthorised).toBe('401\n')
    const [purged, counters] = printed.get('CACHING_STRATEGY.md')!
    expect(purged).toContain('Usage: inkling')
    expect(counters).toContain('inkling_answers_total{')
  })
})

// Followed from end to end by a test of its own, which also installs the client.
const quickStart = 'embedding/quick-start-react.md'

function ask(token: string): Promise<Response> {
  return fetch(`${server.url}/api/v1/suggestions/coocook/menu-curation`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ guests: 4, dietary: [], cuisine: 'french', occasion: 'casual', hours: 2 }),
  })
}
