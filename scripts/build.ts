import { join } from 'node:path'
import { buildEmbed } from './build/build-embed.ts'
import { publishedUnits } from './build/build-package.ts'
import { buildPackages } from './build/build-packages.ts'
import { buildPlayground } from './build/build-playground.ts'
import { buildDocs } from './docs/build-docs.ts'
import { root } from './root.ts'

const help = `npm run build [-- docs | embed | playground | packages ...]

  docs         the documentation as pages, into apps/docs/dist
  embed        what a script tag loads, into apps/embed/dist; earlier releases there stay
  playground   the pages of apps/playground, into its dist
  packages     what customers install (${publishedUnits.map(({ manifest }) => manifest.name).join(', ')}):
               each dist is a package of its own, ready for "npm pack"

Without a word, all of them. Development and tests need no build: every tool reads the sources.
`

const targets: Record<string, () => Promise<void>> = {
  docs: () => timed('docs', async () => `apps/docs/dist, ${await buildDocs()} pages`),
  embed: () => timed('embed', async () => `apps/embed/dist, release ${await buildEmbed()}`),
  playground: () =>
    timed('playground', async () => {
      await buildPlayground()
      return 'apps/playground/dist'
    }),
  packages: () =>
    buildPackages(
      ({ folder }) => join(root, folder, 'dist'),
      ({ unit, files, milliseconds }) => report(unit.manifest.name, milliseconds, `${unit.folder}/dist, ${files.length} files`),
    ),
}

async function timed(name: string, work: () => Promise<string>): Promise<void> {
  const start = performance.now()
  const note = await work()
  report(name, performance.now() - start, note)
}

function report(name: string, milliseconds: number, note: string): void {
  process.stdout.write(`${name.padEnd(28)} ${(milliseconds / 1000).toFixed(1)} s  ${note}\n`)
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const unknown = args.filter((arg) => !Object.hasOwn(targets, arg))
  if (unknown.length > 0) {
    process.stderr.write(`Unknown: ${unknown.join(', ')}. Choose ${Object.keys(targets).join(', ')}, or nothing for all.\n`)
    return 1
  }
  try {
    for (const [name, build] of Object.entries(targets)) if (args.length === 0 || args.includes(name)) await build()
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

process.exitCode = await main(process.argv.slice(2))
