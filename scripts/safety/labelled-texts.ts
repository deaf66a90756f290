import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { root } from '../root.ts'

export interface LabelledText {
  id: string
  text: string
  source: string
  lang: string
}

export interface PersonalDataText extends LabelledText {
  spans: { start: number; end: number; type: string }[]
}

export interface InjectionText extends LabelledText {
  label: 'attack' | 'benign'
}

/** The part that rules and weights may be made from, and the part that only measures them. */
export interface Split<Text> {
  tuning: Text[]
  heldBack: Text[]
}

/** Beside the repository, never in it: the texts belong to others. */
const folder = join(root, '..', 'shared', 'data', 'safety')
const heldBackPart = 0.25

export const hasLabelledTexts = (): boolean => existsSync(join(folder, 'pii.jsonl.gz'))

export function readPersonalDataTexts(): Split<PersonalDataText> {
  return splitByTemplate(read<PersonalDataText>('pii'), templateOf)
}

export function readInjectionTexts(): Split<InjectionText> {
  const rows = read<InjectionText>('injection')
  const groups = groupVariants(rows.map(({ text }) => text))
  return splitByTemplate(rows, (_, index) => groups[index]!)
}

function read<Text>(name: string): Text[] {
  const lines = gunzipSync(readFileSync(join(folder, `${name}.jsonl.gz`))).toString('utf8')
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Text)
}

/**
 * Variants of one template stand on one side. Of every source the templates of the lowest digests are held back, as many as fit
 * into a quarter of its texts: both parts hold every source, and which side a template is on follows from its source's texts alone.
 */
export function splitByTemplate<Text extends LabelledText>(
  rows: readonly Text[],
  template: (row: Text, index: number) => string,
): Split<Text> {
  const templates = rows.map((row, index) => digestOf(template(row, index)))
  const held = new Set<string>()
  for (const own of Map.groupBy(rows.keys(), (index) => rows[index]!.source).values()) {
    let room = own.length * heldBackPart
    const groups = [...Map.groupBy(own, (index) => templates[index]!)].sort(([a], [b]) => (a < b ? -1 : 1))
    for (const [digest, { length }] of groups) {
      if (held.has(digest) || length > room) continue
      held.add(digest)
      room -= length
    }
  }
  const isHeld = (_: Text, index: number) => held.has(templates[index]!)
  return { tuning: rows.filter((row, index) => !isHeld(row, index)), heldBack: rows.filter(isHeld) }
}

const digestOf = (template: string) => createHash('sha256').update(template).digest('hex')

/** The text with every labelled value taken out, letters alone: what its variants have in common. */
export function templateOf({ text, spans }: PersonalDataText): string {
  let template = ''
  let at = 0
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    template += text.slice(at, Math.max(at, start))
    at = Math.max(at, end)
  }
  return (template + text.slice(at)).toLowerCase().replace(/[^\p{L}]/gu, '')
}

const shingleWords = 6
/** Texts that share more than this part of the shorter one's shingles are variants of one another. */
const sharedPart = 0.3

/** A name of its group for each text: texts that share many runs of words, or their beginning, are one group. */
export function groupVariants(texts: readonly string[]): string[] {
  const parents = texts.map((_, index) => index)
  const rootOf = (index: number): number => (parents[index] === index ? index : rootOf(parents[index]!))
  const join = (a: number, b: number) => {
    const [low, high] = [rootOf(a), rootOf(b)].sort((x, y) => x - y)
    parents[high!] = low!
  }
  const shingles = texts.map(shinglesOf)
  const holders = new Map<string, number[]>()
  for (const [index, own] of shingles.entries()) {
    const shared = new Map<number, number>()
    for (const shingle of own) {
      for (const other of holders.get(shingle) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
      holders.set(shingle, [...(holders.get(shingle) ?? []), index])
    }
    for (const [other, count] of shared) if (count > sharedPart * Math.min(own.size, shingles[other]!.size)) join(index, other)
  }
  return texts.map((_, index) => [...shingles[rootOf(index)]!].slice(0, 3).join(' '))
}

function shinglesOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length <= shingleWords) return new Set([words.join(' ') || text])
  return new Set(words.slice(0, 1 - shingleWords).map((_, index) => words.slice(index, index + shingleWords).join(' ')))
}
