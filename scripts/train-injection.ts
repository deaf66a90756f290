import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'
import { hasLabelledTexts } from './safety/labelled-texts.ts'
import { trainInjectionModel } from './safety/train-injection-model.ts'

const help = `npm run train:injection

Trains the linear model of the injection detector and writes packages/safety/src/injection/model/weights.json: from the tuning
part of the labelled texts in ../shared/data/safety and from the texts that scripts/safety/composed describes. About ten seconds;
the same texts give the same bytes. Then "npm run score:safety" shows what it finds.
`

function main(args: readonly string[]): number {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  if (args.length > 0 || !hasLabelledTexts()) {
    process.stderr.write(
      args.length > 0 ? `Unknown: ${args.join(' ')}.\n\n${help}` : 'There are no labelled texts in ../shared/data/safety.\n',
    )
    return 1
  }
  const { file, crossValidated } = trainInjectionModel()
  const path = join(root, 'packages', 'safety', 'src', 'injection', 'model', 'weights.json')
  const isSame = existsSync(path) && readFileSync(path, 'utf8') === file
  if (!isSame) writeFileSync(path, file)
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  process.stdout.write(
    `${isSame ? 'unchanged' : 'written'}: ${file.length} bytes. Cross-validated: ${percent(crossValidated.found)} found, ${percent(crossValidated.falseAlarms)} false alarms\n`,
  )
  return 0
}

process.exitCode = main(process.argv.slice(2))
