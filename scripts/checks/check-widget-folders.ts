import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.ts'
import { findClassProblems } from './find-class-problems.ts'
import type { Outcome } from './step.ts'

/** A product has three suggestions: three components, and three hooks for markup of the host's own. */
const suggestionsOfProduct = 3

/** Who knows one product's widgets finds the same thing in the same place in all others. */
const requiredFiles = (product: string) => [
  ...['README.md', 'package.json'],
  ...['index.ts', 'context.ts', 'context.test-d.ts', 'strings.ts', 'hooks.ts', 'styles.css', `${product}.browser.test.ts`].map(inSource),
  ...['host-page.tsx', 'host-tree.tsx', 'sample-answers.ts'].map((name) => inSource(`testing/${name}`)),
]
const inSource = (name: string) => `src/${name}`

/** Every folder of `widgets/` has the same files and the same doors. */
export async function checkWidgetFolders(): Promise<Outcome> {
  const widgets = join(root, 'widgets')
  const products = readdirSync(widgets, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const problems = products.flatMap(({ name }) => findFolderProblems(join(widgets, name), name))
  const sheetOf = (folder: string) => readFileSync(join(folder, 'src', 'styles.css'), 'utf8')
  const sheets = Object.fromEntries(products.map(({ name }) => [name, sheetOf(join(widgets, name))]))
  problems.push(...findClassProblems(sheetOf(join(root, 'packages', 'widget-kit')), sheets))
  return { ok: problems.length === 0, output: problems.join('\n') }
}

/** `folder` is an absolute path, `product` its last part. */
export function findFolderProblems(folder: string, product: string): string[] {
  const missing = requiredFiles(product).filter((file) => !existsSync(join(folder, file)))
  if (missing.length > 0) return missing.map((file) => `widgets/${product}: no ${file}`)

  const problems: string[] = []
  const sources = readdirSync(join(folder, 'src'))
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const count = (what: string, found: readonly string[]) => {
    if (found.length !== suggestionsOfProduct)
      problems.push(`widgets/${product}: ${suggestionsOfProduct} ${what} expected, found ${found.length} (${found.join(', ')})`)
  }
  const components = sources.filter((name) => name.endsWith('-suggestions.tsx'))
  const hooks = [...read('src/hooks.ts').matchAll(/^export const (use\w+Suggestions)\b/gm)].map(([, name = '']) => name)
  count('components src/*-suggestions.tsx', components)
  count('hooks use...Suggestions in src/hooks.ts', hooks)

  const index = read('src/index.ts')
  const exported = [...hooks.map((name) => `\\b${name}\\b`), ...components.map((name) => `from './${name}'`)]
  for (const name of exported)
    if (!new RegExp(name).test(index)) problems.push(`widgets/${product}: src/index.ts does not export ${name.replaceAll('\\b', '')}`)
  const sheet = read('src/styles.css')
  // It follows the host's root element, which is no measure for a widget: `html { font-size: 10px }` is common.
  if (/\drem\b/.test(sheet)) problems.push(`widgets/${product}: src/styles.css uses rem; use px, or em within the card`)
  if (!sheet.includes('@import "@inkling/widget-kit/styles.css";'))
    problems.push(`widgets/${product}: src/styles.css does not import the kit's sheet, and a host shall need only one`)

  const { exports = {}, name } = JSON.parse(read('package.json')) as { name: string; exports?: Record<string, unknown> }
  if (name !== `@inkling/widgets-${product}`)
    problems.push(`widgets/${product}: package.json names ${name}, not @inkling/widgets-${product}`)
  if (exports['./styles.css'] !== './src/styles.css') problems.push(`widgets/${product}: package.json does not export ./styles.css`)
  return problems
}
