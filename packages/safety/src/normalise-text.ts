import { confusables } from './confusables.ts'
import { composeMaps, type MappedText, MappedTextBuilder } from './mapped-text.ts'

// Format characters (zero width, bidi controls, tag characters, soft hyphen), controls other than tab and line ends, variation
// selectors, joiners of graphemes and the Hangul fillers: a reader does not see them, a model does.
const invisible = /(?![\t\n\r])[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/u
const invisibleRuns = new RegExp(`(?:${invisible.source})+`, 'gu')
const anyInvisible = new RegExp(invisible.source, 'u')

// Printable ASCII and Hangul syllables are in every form already: neither invisible, nor composed, nor a look-alike.
const beyondPlain = /[^\t\n\r -~\uac00-\ud7a3]/

// The stream-safe text format allows 30 marks on one character; more is decoration, and reordering them costs quadratic time.
const excessMarks = /(?<=\p{M}{30})\p{M}+/gu
// Marks are neither ASCII nor syllables, which is told faster.
const manyBeyondPlain = /[^\0-~\uac00-\ud7a3]{31}/
const manyMarks = /\p{M}{31}/u

const pictograph = /\p{Extended_Pictographic}|\p{Emoji_Modifier}/u
const zeroWidthJoiner = '\u200d'
const emojiPresentation = '\ufe0f'

/** What remains of a run of invisible characters: the joiner or the presentation selector that holds an emoji together. */
function visibleRemainder(run: string, before: string, after: string): string {
  if (!run.includes(zeroWidthJoiner) && !run.includes(emojiPresentation)) return ''
  if (!pictograph.test(before)) return ''
  const joined = run.includes(zeroWidthJoiner) && pictograph.test(after)
  return `${run.startsWith(emojiPresentation) ? emojiPresentation : ''}${joined ? zeroWidthJoiner : ''}`
}

function codePointBefore(text: string, index: number): string {
  if (index === 0) return ''
  const unit = text.charCodeAt(index - 1)
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff
  return text.slice(isLowSurrogate ? Math.max(0, index - 2) : index - 1, index)
}

function replaceRuns(text: string, runs: RegExp, replacement: (run: string, index: number) => string): MappedText {
  const builder = new MappedTextBuilder(text.length)
  let at = 0
  for (const match of text.matchAll(runs)) {
    const run = match[0]
    builder.appendUnchanged(text.slice(at, match.index), at)
    const rest = replacement(run, match.index)
    if (rest === run) builder.appendUnchanged(run, match.index)
    else if (rest !== '') builder.append(rest, match.index, match.index + run.length)
    at = match.index + run.length
  }
  builder.appendUnchanged(text.slice(at), at)
  return builder.build()
}

function stripInvisible(text: string): MappedText {
  let mapped: MappedText = { text }
  if (anyInvisible.test(text)) {
    mapped = replaceRuns(text, invisibleRuns, (run, index) => {
      const end = index + run.length
      return visibleRemainder(run, codePointBefore(text, index), String.fromCodePoint(text.codePointAt(end) ?? 0x20))
    })
  }
  if (manyBeyondPlain.test(mapped.text) && manyMarks.test(mapped.text))
    mapped = composeMaps(
      mapped,
      replaceRuns(mapped.text, excessMarks, () => ''),
    )
  return mapped
}

// What can change under NFKC together: a character with its marks, or a sequence of conjoining Jamo. Compatibility Jamo
// (U+3131-318E) are left alone: NFKC would turn a plain laugh into choseong that no font shows well.
const clusters =
  /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+\p{M}*|[^\p{ASCII}\uac00-\ud7a3\u3131-\u318e][\p{M}\uff9e\uff9f]*|[\p{ASCII}\uac00-\ud7a3][\p{M}\u1161-\u1175\u11a7-\u11c2]+/gu

function composeCharacters(text: string): MappedText {
  if (text.normalize('NFKC') === text) return { text }
  return replaceRuns(text, clusters, (cluster) => cluster.normalize('NFKC'))
}

/**
 * Text as it may leave the process: invisible characters, bidi controls and tag characters removed, lone surrogates replaced by
 * U+FFFD and, for prose, compatibility forms composed (NFKC). Emoji keep their joiners. Linear in the length.
 */
export function cleanText(text: string, kind: 'text' | 'code'): MappedText {
  if (!beyondPlain.test(text)) return { text }
  const stripped = stripInvisible(text.toWellFormed())
  return kind === 'code' ? stripped : composeMaps(stripped, composeCharacters(stripped.text))
}

const folded = new RegExp(`[${[...confusables.keys()].join('')}]`, 'gu')

/** Text for detectors alone: as {@link cleanText}, with look-alike letters, digits and dashes in their ASCII form. */
export function foldText(text: string): MappedText {
  return foldCleaned(cleanText(text, 'text'))
}

/** The same of a text that is cleaned already. */
export function foldCleaned(cleaned: MappedText): MappedText {
  if (!beyondPlain.test(cleaned.text)) return cleaned
  // Every entry of the table maps one code unit to one code unit, so offsets stay.
  return { ...cleaned, text: cleaned.text.replace(folded, (character) => confusables.get(character) ?? character) }
}
