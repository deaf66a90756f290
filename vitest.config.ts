import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defaultClientConditions, defaultServerConditions } from 'vite'
import { configDefaults, defineConfig } from 'vitest/config'

// The extra condition makes every tool read sources: no build in development and tests.
const source = '@inkling/source'
const folders = ['{apps,packages,widgets}/*/src', 'bench/src', 'scripts']
const tests = (kind: string) => folders.map((folder) => `${folder}/**/*${kind}.{ts,tsx}`)
const exclude = [...configDefaults.exclude, '**/dist/**']

// The main process only waits and transforms, so two workers pay on two cores as well.
const unitWorkers = Math.max(2, availableParallelism() - 1)

/** Percent of lines, functions and statements; branches may be ten lower, since strict index access adds branches that no input reaches. */
const floor = (percent: number) => ({ lines: percent, functions: percent, statements: percent, branches: percent - 10 })

export default defineConfig({
  resolve: { conditions: [source, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions], externalConditions: [source, 'node'] } },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A golden file that is missing fails as one that differs does; `-u` writes both.
    update: 'none',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: tests('.test'),
          exclude: [...exclude, '**/*.{integration,browser}.test.*'],
          maxWorkers: unitWorkers,
          // Not 0: Vitest runs files of order 0 after all others where there is one worker.
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Real servers and browsers bring processes of their own: one file at a time, after everything else.
        extends: true,
        test: {
          name: 'integration',
          include: [...tests('.integration.test'), ...tests('.browser.test')],
          exclude,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
      {
        // The widgets once more on the oldest React that they take.
        extends: true,
        test: {
          name: 'react-18',
          include: [
            'packages/widget-kit/src/suggestion-card.browser.test.ts',
            ...readdirSync('widgets').map((product) => `widgets/${product}/src/${product}.browser.test.ts`),
          ],
          exclude,
          env: { INKLING_TEST_REACT: '18' },
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: tests('.test-d'),
            exclude,
            tsconfig: './tsconfig.types.json',
            ignoreSourceErrors: true,
          },
          sequence: { groupOrder: 4 },
        },
      },
    ],
    coverage: {
      // V8's, which also counts what runs in the pages of the browser tests.
      provider: 'custom',
      customProviderModule: './scripts/page-coverage/coverage-provider.ts',
      reporter: ['text-summary', 'json-summary', 'html'],
      include: ['apps/{api,claude-simulator}', 'packages/*', 'widgets/*'].map((folder) => `${folder}/src/**/*.{ts,tsx}`),
      // A test that fails must not hide what the others reach.
      reportOnFailure: true,
      exclude: ['**/*.test.*', '**/*.test-d.ts', '**/testing/**', '**/fixtures/**'],
      // What decides about money and about what leaves the process is held to more.
      ...(process.env.COVERAGE_FLOORS === 'off'
        ? {}
        : {
            thresholds: {
              ...floor(85),
              'packages/safety/src/**': floor(95),
              'packages/cost/src/**': floor(95),
              'packages/database/src/**/*gate*': floor(95),
            },
          }),
    },
  },
})
