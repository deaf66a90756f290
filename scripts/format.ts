import { runTool } from './run-tool.ts'

const help = `npm run format [-- <path> ...]

Formats and fixes what can be fixed safely (biome check --write), everywhere or in the named paths.
`

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const { ok, output } = await runTool('biome', [
    'check',
    '--write',
    '--error-on-warnings',
    '--colors=off',
    ...(args.length > 0 ? args : ['.']),
  ])
  process.stdout.write(output)
  return ok ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
