import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.ts'

export interface Expression {
  source: string
  flags: string
  where: string
}

/** Every regular expression of the safety package: the literals in its files, and those that it builds when it is loaded. */
export async function collectExpressions(files: readonly string[]): Promise<Expression[]> {
  return [...files.flatMap(literalsOf), ...(await builtExpressions())]
}

// Between two slashes, where a value can stand: not a comment, not a division.
const literal = /(?<=(?:^|[=(,:[!&|?>]|return)\s*)\/(?![/*])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([a-z]*)/gm

function literalsOf(file: string): Expression[] {
  const text = readFileSync(join(root, file), 'utf8')
  return Array.from(text.matchAll(literal), ({ 1: source = '', 2: flags = '', index }) => ({
    ...{ source, flags, where: `${file}:${text.slice(0, index).split('\n').length}` },
  }))
}

async function builtExpressions(): Promise<Expression[]> {
  const built: Expression[] = []
  const original = globalThis.RegExp
  globalThis.RegExp = new Proxy(original, {
    construct(target, args: [string, string?], newTarget) {
      const expression = Reflect.construct(target, args, newTarget) as RegExp
      // A library's own are not ours, and see a few characters only.
      const caller = new Error().stack?.split('\n')[2] ?? ''
      if (caller.includes('/packages/safety/src/'))
        built.push({ source: expression.source, flags: expression.flags, where: 'built when packages/safety is loaded' })
      return expression
    },
  })
  try {
    const { findPersonalData, inspectText, createPlaceholderNumbering } = await import('../../packages/safety/src/index.ts')
    // Some are built at their first use.
    findPersonalData('[EMAIL_1] a@example.com')
    inspectText('[EMAIL_1]', { kind: 'text', level: 'high', personalData: 'redact', placeholders: createPlaceholderNumbering() })
  } finally {
    globalThis.RegExp = original
  }
  return built
}
