import { markdownTable } from '../costs/markdown-table.ts'
import type { ScenarioResult, SoakContext } from './scenario.ts'

/** The report as a page: what each scenario did, its figures, and what held. */
export function renderReport(
  results: readonly ScenarioResult[],
  { seed, requests, rows }: Pick<SoakContext, 'seed' | 'requests' | 'rows'>,
  at: Date,
): string {
  const failed = results.flatMap(({ checks }) => checks).filter(({ holds }) => !holds).length
  const names = results.map(({ name }) => name).join(',')
  const command = `npm run soak -- --seed ${seed} --requests ${requests} --rows ${rows} --only ${names}`
  return `# Soak report

Written by \`${command}\` on ${at.toISOString().slice(0, 10)}. ${failed === 0 ? 'Everything held.' : `**${failed} checks did not hold.**`}

${results.map(section).join('\n')}`
}

function section({ name, summary, figures, checks }: ScenarioResult): string {
  const held = checks.map(({ sentence, holds, seen }) => [sentence, holds ? 'yes' : '**no**', seen])
  return `## ${name}

${summary}

${markdownTable([{ title: 'figure' }, { title: '' }], figures)}

${markdownTable([{ title: 'what must hold' }, { title: 'held' }, { title: 'seen' }], held)}
`
}
