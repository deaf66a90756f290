import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, defaultClientConditions } from 'vite'
import { freePort, runServer, type ServerProcess } from '../../apps/api/src/testing/run-server.ts'
import { openBrowser } from '../../packages/widget-kit/src/testing/index.ts'
import { startHost } from '../docs/testing/host-server.ts'
import { snippetsOf } from '../docs/testing/page-snippets.ts'
import { root } from '../root.ts'

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof openBrowser>>['newPage']>>

interface Picture {
  /** Below `docs/pictures/`, without its ending. */
  name: string
  url: string
  size: { width: number; height: number }
  /** Resolves when the page shows what the picture is about. */
  prepare: (page: Page) => Promise<unknown>
}

/** Takes every picture of the documentation from real pages that ask a real server. Returns their names. */
export async function takePictures(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'inkling-pictures-'))
  const server = await runServer({ INKLING_DATA_DIR: folder, SIM_PORT: String(await freePort()) })
  const [secret] = JSON.parse(readFileSync(join(folder, 'token-secrets.json'), 'utf8')).coocook as [string]
  const app = await buildQuickStart(server)
  const header = 'Cache-Control: no-store'
  const host = await startHost({ secret, header, read: (path) => app.get(path) ?? scriptTagPage(server, path) })
  try {
    return await shoot([
      {
        name: 'coocook',
        url: `${server.url}/coocook/`,
        size: { width: 1200, height: 800 },
        prepare: async (page) => {
          const card = page.locator('.ink-root[data-status=ready]').first()
          await card.waitFor()
          await card.evaluate((node) => node.scrollIntoView({ block: 'start' }))
          await page.mouse.wheel(0, -140)
        },
      },
      {
        name: 'quick-start',
        url: `${host.url}/`,
        size: { width: 860, height: 520 },
        prepare: (page) => page.locator('.ink-root[data-status=ready]').waitFor(),
      },
      {
        name: 'script-tag',
        url: `${host.url}/script-tag`,
        size: { width: 860, height: 640 },
        prepare: (page) => page.locator('inkling-suggestions .ink-root[data-status=ready]').waitFor(),
      },
    ])
  } finally {
    await host.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function shoot(pictures: readonly Picture[]): Promise<string[]> {
  const browser = await openBrowser()
  try {
    for (const { name, url, size, prepare } of pictures) {
      const page = await browser.newPage({ viewport: size, deviceScaleFactor: 1.5, reducedMotion: 'reduce' })
      await page.goto(url)
      await prepare(page)
      await page.screenshot({ path: join(root, 'docs', 'pictures', `${name}.png`), animations: 'disabled' })
      await page.close()
    }
  } finally {
    await browser.close()
  }
  return pictures.map(({ name }) => name)
}

/** The app of the quick start, built from its own snippet. */
async function buildQuickStart(server: ServerProcess): Promise<Map<string, string>> {
  const app = snippetsOf('embedding/quick-start-react.md', server.url).find(({ file }) => file === 'src/App.tsx')
  // Where the playground's dependencies are found.
  const folder = join(root, 'apps', 'playground', 'node_modules', '.quick-start')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'App.tsx'), app?.code ?? '')
  writeFileSync(join(folder, 'main.tsx'), mainModule)
  try {
    const result = await build({
      configFile: false,
      root: folder,
      logLevel: 'error',
      resolve: { conditions: ['@inkling/source', ...defaultClientConditions] },
      build: {
        write: false,
        rolldownOptions: { input: join(folder, 'main.tsx'), output: { entryFileNames: 'app.js', assetFileNames: 'app.[ext]' } },
      },
    })
    const files = [result].flat().flatMap((output) => ('output' in output ? output.output : []))
    const contents = files.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : String(file.source)] as const)
    return new Map([...contents, ['/', page('<div id="root"></div><script type="module" src="/app.js"></script>')]])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const mainModule = `import { createRoot } from 'react-dom/client'
import App from './App.tsx'
createRoot(document.getElementById('root')!).render(<App />)
`

/** As a host's own style sheet would. */
const look = '<style>body{margin:40px auto;max-width:720px;padding:0 20px;font:17px/1.6 Georgia,serif}h1{font-size:30px}</style>'

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="stylesheet" href="/app.css">${look}</head><body>${body}</body></html>`

function scriptTagPage(server: ServerProcess, path: string): string | undefined {
  if (path !== '/script-tag') return undefined
  const found = snippetsOf('embedding/script-tag.md', server.url).find(({ file }) => file === 'index.html')
  return found?.code.replace('</head>', `${look}</head>`)
}
