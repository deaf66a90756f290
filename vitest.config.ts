import { defaultClientConditions, defaultServerConditions } from 'vite'
import { configDefaults, defineConfig } from 'vitest/config'

// The extra condition makes every tool read sources: no build in development and tests.
const source = '@inkling/source'

export default defineConfig({
  resolve: { conditions: [source, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions], externalConditions: [source, 'node'] } },
  test: {
    include: ['{apps,packages,widgets}/*/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    exclude: [...configDefaults.exclude, '**/dist/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['apps/api/src/**', 'apps/claude-simulator/src/**', 'packages/*/src/**', 'widgets/*/src/**'],
      exclude: ['**/*.test.*', '**/*.test-d.ts', '**/testing/**', '**/fixtures/**'],
    },
  },
})
