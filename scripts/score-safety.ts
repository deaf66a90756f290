import { type Figure, figures, meets } from './safety/figures.ts'
import { hasLabelledTexts } from './safety/labelled-texts.ts'
import { scoreParts } from './safety/score-parts.ts'

const help = `npm run score:safety [-- --json]

What the safety package finds of the labelled texts in ../shared/data/safety, by ../shared/tools/score-safety.mjs: on the part
that rules and weights are tuned on, and on the part that is held back, beside the targets. Exit code 0 whatever the figures.
`

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const unknown = args.filter((arg) => arg !== '--json')
  if (unknown.length > 0 || !hasLabelledTexts()) {
    process.stderr.write(
      unknown.length > 0 ? `Unknown: ${unknown.join(' ')}.\n\n${help}` : 'There are no labelled texts in ../shared/data/safety.\n',
    )
    return 1
  }
  const reports = await scoreParts()
  if (args.includes('--json')) {
    process.stdout.write(`${JSON.stringify(reports, undefined, 2)}\n`)
    return 0
  }
  const row = (figure: Figure) => {
    const [tuned, held] = [figure.of(reports.tuning), figure.of(reports.heldBack)]
    const target = `${figure.direction === 'least' ? '>=' : '<='} ${figure.target}`
    const isMet = [tuned, held].every((value) => meets(value, figure.target, figure.direction))
    return `| ${figure.name} | ${shown(tuned)} | ${shown(held)} | ${target} | ${isMet ? '' : 'missed'} |`
  }
  process.stdout.write(['| figure | tuned | held back | target | |', '| --- | --- | --- | --- | --- |', ...figures.map(row), ''].join('\n'))
  return 0
}

/** A part may hold no text of a kind. */
const shown = (value: number | null | undefined) => value?.toFixed(3) ?? 'none there'

process.exitCode = await main(process.argv.slice(2))
