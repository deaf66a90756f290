import { parseSync, Visitor } from 'vite'

export interface ImportedModule {
  specifier: string
  /** Whether nothing is left of the import at run time. `import { type A }` leaves `import {}` behind and is not. */
  typeOnly: boolean
  line: number
}

export interface SourceFacts {
  imports: ImportedModule[]
  /** Lines that read `process.env`. */
  environmentReads: number[]
  /** Lines that name the global `console`. */
  consoleUses: number[]
  /** Whether every statement hands on another module's exports. */
  barrel: boolean
  lines: number
  /** The parser's complaints. */
  errors: string[]
}

const typeStatement = /^(import|export)\s+type\b/

/** What the rules need to know of one TypeScript file. */
export function readSource(path: string, text: string): SourceFacts {
  const { program, module, errors } = parseSync(path, text)
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  const imports: ImportedModule[] = []
  const note = (specifier: string, statement: { start: number; end: number }, typeOnly: boolean) =>
    imports.push({ specifier, typeOnly, line: lineOf(statement.start) })

  for (const statement of module.staticImports) {
    note(statement.moduleRequest.value, statement, typeStatement.test(text.slice(statement.start, statement.end)))
  }
  for (const statement of module.staticExports) {
    const request = statement.entries.find((entry) => entry.moduleRequest)?.moduleRequest
    if (request) note(request.value, statement, typeStatement.test(text.slice(statement.start, statement.end)))
  }

  const environmentReads: number[] = []
  const consoleUses: number[] = []
  new Visitor({
    ImportExpression(node) {
      if (node.source.type === 'Literal' && typeof node.source.value === 'string') note(node.source.value, node, false)
    },
    TSImportType(node) {
      note(node.source.value, node, true)
    },
    ImportDeclaration(node) {
      const names = node.specifiers.map((specifier) => (specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : ''))
      if (/^(node:)?process$/.test(node.source.value) && names.includes('env')) environmentReads.push(lineOf(node.start))
    },
    MemberExpression(node) {
      if (node.object.type !== 'Identifier') return
      const property = nameOf(node.property)
      if (node.object.name === 'process' && property === 'env') environmentReads.push(lineOf(node.start))
      if (node.object.name === 'console') consoleUses.push(lineOf(node.start))
    },
    VariableDeclarator(node) {
      if (node.init?.type !== 'Identifier' || node.id.type !== 'ObjectPattern') return
      if (node.init.name === 'console') consoleUses.push(lineOf(node.start))
      const names = node.id.properties.map((property) => (property.type === 'Property' ? nameOf(property.key) : ''))
      if (node.init.name === 'process' && names.includes('env')) environmentReads.push(lineOf(node.start))
    },
  }).visit(program)

  const handsOn = (statement: (typeof program.body)[number]) =>
    statement.type === 'ExportAllDeclaration' || (statement.type === 'ExportNamedDeclaration' && statement.source !== null)
  return {
    imports,
    environmentReads,
    consoleUses,
    barrel: program.body.length > 0 && program.body.every(handsOn),
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    errors: errors.map((error) => error.message),
  }
}

function nameOf(node: { type: string; name?: unknown; value?: unknown }): string {
  const name = node.type === 'Identifier' ? node.name : node.value
  return typeof name === 'string' ? name : ''
}
