/** The text before and after a section went in: what an undo needs to give the very same text back. */
export interface Insertion {
  before: string
  after: string
  block: string
}

/** Puts a section at the end, a blank line apart from what stands there. */
export function insertSection(text: string, section: string): Insertion {
  const gap = text === '' || text.endsWith('\n\n') ? '' : text.endsWith('\n') ? '\n' : '\n\n'
  const block = gap + section
  return { before: text, after: text + block, block }
}

/**
 * The text without the section: byte for byte the earlier text if nothing has been written since, else the present
 * text without the section. Undefined when the section has been rewritten, so that there is nothing to take out.
 */
export function removeSection(text: string, { before, after, block }: Insertion): string | undefined {
  if (text === after) return before
  const start = text.lastIndexOf(block)
  if (start < 0) return undefined
  const rest = text.slice(0, start) + text.slice(start + block.length)
  // The first section of all had no gap before it; the one that follows leaves its own.
  return start === 0 ? rest.replace(/^\n+/, '') : rest
}
