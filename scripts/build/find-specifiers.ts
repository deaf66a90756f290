import { parseSync, Visitor } from 'vite'

export interface Specifier {
  value: string
  /** Offsets of the literal with its quotes. */
  start: number
  end: number
}

/** Every module that a script or a declaration file names, in the order of the text. */
export function findSpecifiers(path: string, text: string): Specifier[] {
  const { program } = parseSync(path, text)
  const found: Specifier[] = []
  const note = (source: { value: unknown; start: number; end: number } | null) => {
    if (typeof source?.value === 'string') found.push({ value: source.value, start: source.start, end: source.end })
  }
  new Visitor({
    ImportDeclaration: (node) => note(node.source),
    ExportNamedDeclaration: (node) => note(node.source),
    ExportAllDeclaration: (node) => note(node.source),
    TSImportType: (node) => note(node.source),
    ImportExpression: (node) => note(node.source.type === 'Literal' ? node.source : null),
  }).visit(program)
  return found.sort((a, b) => a.start - b.start)
}
