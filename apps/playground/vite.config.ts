import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

const api = 'http://127.0.0.1:8787'
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@inkling/source', ...defaultClientConditions] },
  build: {
    // The server's policy allows no inline script and no font from a data URL.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // The oldest browsers with light-dark(): the widgets' styles need it, and its rewriting for older ones would cost a third of the style sheet.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      input: globSync(['index.html', '[a-z]*/index.html'], { cwd: file('.'), exclude: ['dist', 'node_modules'] }).map(file),
    },
  },
  server: { proxy: { '/trpc': api, '/api': api, '/embed': api, '/playground/token': api, '/metrics': api, '/readyz': api } },
})
