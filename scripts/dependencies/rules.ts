/** What one kind of folder may import. Names are those of our packages without the scope; `<name>/<subpath>` allows that entry alone. */
export interface Arrow {
  /** Folder of the package, or `<group>/*`. The first arrow that fits counts. */
  from: string
  /** Our packages that may be imported. `*`: all. */
  may: readonly string[]
  /** Our packages of which only types may be imported (`import type`, which leaves nothing behind at run time). */
  mayTypes?: readonly string[]
  /** The only packages of others that may be imported. Absent: whatever the manifest declares. */
  onlyOthers?: readonly string[]
  /** Whether Node's own modules are out of reach: the code runs in a browser, or is pure. */
  noNode?: boolean
  /** Whether tests are held to the same arrows. */
  testsToo?: boolean
}

const adapter = { may: ['contracts'], mayTypes: ['suggestions/ports'] } as const

/** The arrows of the architecture; everything else between our packages is an error. */
export const arrows: readonly Arrow[] = [
  { from: 'widgets/*', may: ['widget-kit', 'contracts'], mayTypes: ['prompts'], noNode: true },
  { from: 'packages/widget-kit', may: ['contracts'], mayTypes: ['router'], noNode: true },
  { from: 'apps/playground', may: ['widgets-*', 'widget-kit'], noNode: true },
  { from: 'apps/embed', may: ['widgets-*', 'widget-kit'], noNode: true },
  { from: 'apps/docs', may: ['widget-kit'], noNode: true },
  { from: 'apps/console', may: ['contracts'], mayTypes: ['router'], noNode: true },
  {
    from: 'apps/api',
    may: [
      ...['router', 'suggestions', 'prompts', 'safety', 'cost', 'claude', 'cache', 'database', 'experiments', 'telemetry'],
      ...['client', 'contracts', 'claude-simulator'],
    ],
  },
  { from: 'packages/router', may: ['contracts', 'prompts', 'suggestions'] },
  { from: 'packages/suggestions', may: ['contracts', 'prompts', 'safety', 'cost'] },
  { from: 'packages/prompts', may: ['contracts'] },
  { from: 'packages/safety', may: ['contracts'], noNode: true },
  { from: 'packages/cost', may: ['contracts'], noNode: true },
  { from: 'packages/claude', ...adapter },
  { from: 'packages/cache', ...adapter },
  { from: 'packages/database', ...adapter },
  { from: 'packages/experiments', ...adapter },
  { from: 'packages/telemetry', ...adapter },
  { from: 'packages/client', may: ['contracts'], mayTypes: ['router'] },
  { from: 'packages/contracts', may: [], onlyOthers: ['zod'], noNode: true },
  // A stand-in for a third party must not share our bugs, not even in its tests.
  { from: 'apps/claude-simulator', may: [], testsToo: true },
  { from: 'bench', may: ['*'] },
]

/** Names that say nothing about what is inside. */
export const bannedNames: ReadonlySet<string> = new Set(['shared', 'common', 'utils', 'util', 'helpers', 'helper', 'lib', 'core', 'misc'])

/** Over this many lines a source file of the product needs a reason, and the reason stands in `longFiles`. */
export const longestFile = 400
export const longFiles: Readonly<Record<string, string>> = {}

/** Files that run only in tests: they may reach further, and the product must not import them. */
export const isTestFile = (path: string) => /\.(test|test-d)\.[cm]?tsx?$/.test(path) || /\/(testing|fixtures)\//.test(path)

const isConfiguration = (path: string) => /\.config\.[cm]?[jt]s$/.test(path)

/** Settings enter in one place per program, so that `check-env` can explain each of them. */
export const mayReadEnvironment = (path: string) =>
  /(^|\/)env\.ts$/.test(path) || /^(scripts|bench)\//.test(path) || isTestFile(path) || isConfiguration(path)

/** Domain code never logs, and stdout of the command line belongs to what was asked for. */
export const mayUseConsole = (path: string) => /^(scripts|bench)\//.test(path)

/** A package has one door, and one for tests. */
export const mayBeBarrel = (path: string, folder: string) => path === `${folder}/src/index.ts` || path === `${folder}/src/testing/index.ts`
