import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

export interface LabelledText {
  text: string
  /** UTF-16 offsets, end exclusive. Texts of attacks have none. */
  spans: { start: number; end: number; type: string }[]
}

const folder = fileURLToPath(new URL('../../../../../../shared/data/safety/', import.meta.url))

export const hasLabelledTexts = existsSync(folder)

/** Every labelled text of the folder of shared data, which lies beside the repository and is not part of it. */
export function readLabelledTexts(): LabelledText[] {
  const read = (name: string) =>
    gunzipSync(readFileSync(`${folder}${name}.jsonl.gz`))
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { text: string; spans?: LabelledText['spans'] })
  return [...read('pii'), ...read('injection')].map(({ text, spans = [] }) => ({ text, spans }))
}
