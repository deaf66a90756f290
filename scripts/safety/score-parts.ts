import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { root } from '../root.ts'
import type { Report } from './figures.ts'
import { readInjectionTexts, readPersonalDataTexts, type Split } from './labelled-texts.ts'

const run = promisify(execFile)
const tool = join(root, '..', 'shared', 'tools', 'score-safety.mjs')
const adapter = join(root, 'packages', 'safety', 'score-adapter.mjs')

/** The score tool's own figures on both parts of the labelled texts, by the adapter as anybody else would load it. */
export async function scoreParts(): Promise<Record<keyof Split<unknown>, Report>> {
  const [personalData, injection] = [readPersonalDataTexts(), readInjectionTexts()]
  const score = (part: keyof Split<unknown>) => scoreTexts(personalData[part], injection[part])
  const [tuning, heldBack] = await Promise.all([score('tuning'), score('heldBack')])
  return { tuning, heldBack }
}

async function scoreTexts(personalData: readonly unknown[], injection: readonly unknown[]): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'inkling-score-'))
  try {
    writeFileSync(join(folder, 'pii.jsonl.gz'), toLines(personalData))
    writeFileSync(join(folder, 'injection.jsonl.gz'), toLines(injection))
    const { stdout } = await run(process.execPath, ['--conditions=@inkling/source', tool, '--adapter', adapter, '--data', folder, '--json'])
    return JSON.parse(stdout) as Report
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const toLines = (rows: readonly unknown[]) => gzipSync(rows.map((row) => JSON.stringify(row)).join('\n'))
