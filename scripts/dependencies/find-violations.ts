import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, posix } from 'node:path'
import { findCycles } from './find-cycles.ts'
import { type ImportedModule, readSource, type SourceFacts } from './read-source.ts'
import {
  type Arrow,
  arrows,
  bannedNames,
  isTestFile,
  longestFile,
  longFiles,
  mayBeBarrel,
  mayReadEnvironment,
  mayUseConsole,
} from './rules.ts'
import { readManifest, readUnits, type Unit } from './workspace.ts'

export type Rule =
  | 'arrow'
  | 'type-only'
  | 'foreign-package'
  | 'undeclared'
  | 'node-module'
  | 'deep-import'
  | 'unresolved'
  | 'testing-in-product'
  | 'cycle'
  | 'barrel'
  | 'environment'
  | 'console'
  | 'banned-name'
  | 'long-file'
  | 'no-arrow'
  | 'syntax'

export interface Violation {
  rule: Rule
  /** Relative to the root. */
  file: string
  /** From 1; absent where the file as a whole is at fault. */
  line?: number
  message: string
}

const scope = '@inkling/'
const roots = ['apps', 'packages', 'widgets', 'bench', 'scripts', 'docs', 'deploy']
const skipped = new Set(['node_modules', 'dist', 'coverage', '.inkling'])
const sourceFile = /\.[cm]?tsx?$/

/** Every violation of the rules below `root`, in the order of the files. */
export function findViolations(root: string): Violation[] {
  const units = readUnits(root)
  const files = roots.flatMap((folder) => list(root, folder))
  const sources = new Map(
    files.filter((file) => sourceFile.test(file)).map((file) => [file, readSource(file, readFileSync(join(root, file), 'utf8'))]),
  )
  const known = new Set(files)
  // Tests share the test runner and its like, which the root declares.
  const tools = readManifest(join(root, 'package.json')).devDependencies ?? {}
  const violations = findBannedNames(files)
  for (const unit of units.filter((unit) => !arrowOf(unit))) {
    violations.push({ rule: 'no-arrow', file: `${unit.folder}/package.json`, message: 'the rules do not say what this package may import' })
  }
  for (const [file, facts] of sources) {
    const unit = units.find((candidate) => file.startsWith(`${candidate.folder}/`))
    violations.push(...checkFile(file, facts, unit))
    for (const imported of facts.imports) violations.push(...checkImport(root, file, imported, unit, units, known, tools))
  }
  const graph = new Map([...sources].map(([file, facts]) => [file, localImports(file, facts.imports, known)]))
  for (const cycle of findCycles(graph)) {
    violations.push({ rule: 'cycle', file: cycle[0] ?? '', message: `imports itself: ${[...cycle, cycle[0]].join(' -> ')}` })
  }
  return violations
}

function list(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name) && !entry.isSymbolicLink())
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .flatMap((entry) => (entry.isDirectory() ? list(root, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`]))
}

function findBannedNames(files: readonly string[]): Violation[] {
  const paths = new Set(files.flatMap((file) => file.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))))
  return [...paths].flatMap((path): Violation[] => {
    const name = posix.basename(path).split('.')[0] ?? ''
    const lastWord = name.split('-').at(-1) ?? ''
    const vague = bannedNames.has(name) || /^(utils?|helpers?)$/.test(lastWord)
    return vague ? [{ rule: 'banned-name', file: path, message: `"${name}" says nothing about what is inside` }] : []
  })
}

function checkFile(file: string, facts: SourceFacts, unit: Unit | undefined): Violation[] {
  const violations: Violation[] = facts.errors.map((message) => ({ rule: 'syntax', file, message }))
  if (!mayReadEnvironment(file)) {
    const message = 'only env.ts reads the environment'
    violations.push(...facts.environmentReads.map((line): Violation => ({ rule: 'environment', file, line, message })))
  }
  if (!mayUseConsole(file)) {
    const message = 'the product does not log to the console'
    violations.push(...facts.consoleUses.map((line): Violation => ({ rule: 'console', file, line, message })))
  }
  if (unit && !mayBeBarrel(file, unit.folder) && (facts.barrel || /^index\.[cm]?tsx?$/.test(posix.basename(file)))) {
    violations.push({ rule: 'barrel', file, message: "no barrels below a package's src/index.ts" })
  }
  if (!isTestFile(file) && facts.lines > longestFile && !longFiles[file]) {
    violations.push({ rule: 'long-file', file, message: `${facts.lines} lines; over ${longestFile} needs a reason in the rules` })
  }
  return violations
}

function checkImport(
  root: string,
  file: string,
  imported: ImportedModule,
  unit: Unit | undefined,
  units: readonly Unit[],
  known: ReadonlySet<string>,
  tools: Readonly<Record<string, string>>,
): Violation[] {
  const { specifier, line } = imported
  const violation = (rule: Rule, message: string): Violation[] => [{ rule, file, line, message }]
  const test = isTestFile(file) || !file.startsWith(`${unit?.folder}/src/`)
  const arrow = unit && arrowOf(unit)

  if (specifier.startsWith('.')) {
    const target = resolveLocal(file, specifier)
    if (unit && !target.startsWith(`${unit.folder}/`)) return violation('deep-import', `${specifier} leaves the package`)
    if (!known.has(target) && !existsSync(join(root, target))) return violation('unresolved', `${specifier} does not exist`)
    if (!test && isTestFile(target)) return violation('testing-in-product', `${specifier} is for tests`)
    return []
  }
  if (!unit || !arrow) return []
  const name = packageName(specifier)
  if (isBuiltin(specifier)) return arrow.noNode && !test ? violation('node-module', `${specifier} is out of reach for ${arrow.from}`) : []
  // Types are gone at run time, so a development dependency is enough for them.
  const { dependencies, peerDependencies, devDependencies } = unit.manifest
  const declared = { ...dependencies, ...peerDependencies, ...(test || imported.typeOnly ? devDependencies : {}), ...(test ? tools : {}) }
  if (!(name in declared) && name !== unit.manifest.name) {
    return violation('undeclared', `${name} is not among the ${test ? '' : 'run-time '}dependencies in ${unit.folder}/package.json`)
  }
  if (specifier.startsWith(scope)) return checkArrow(imported, test, arrow, units, violation)
  if (test && !arrow.testsToo) return []
  if (arrow.onlyOthers && !arrow.onlyOthers.includes(name)) return violation('foreign-package', `${arrow.from} may not import ${name}`)
  return []
}

function checkArrow(
  { specifier, typeOnly }: ImportedModule,
  test: boolean,
  arrow: Arrow,
  units: readonly Unit[],
  violation: (rule: Rule, message: string) => Violation[],
): Violation[] {
  const name = packageName(specifier)
  const target = units.find((unit) => unit.manifest.name === name)
  if (!target) return violation('unresolved', `there is no package ${name}`)
  const entry = specifier === name ? '.' : `.${withoutQuery(specifier).slice(name.length)}`
  if (!(entry in (target.manifest.exports ?? {}))) return violation('deep-import', `${name} does not export ${entry}`)
  if (!test && /^\.\/testing\b/.test(entry)) return violation('testing-in-product', `${specifier} is for tests`)
  if (test && !arrow.testsToo) return []
  const short = specifier.slice(scope.length)
  if (arrow.may.some((pattern) => fits(pattern, short))) return []
  if (!arrow.mayTypes?.some((pattern) => fits(pattern, short))) return violation('arrow', `${arrow.from} may not import ${specifier}`)
  return typeOnly ? [] : violation('type-only', `${arrow.from} may import only types of ${specifier}: write "import type"`)
}

/** `cost` fits `cost` and its entries; `suggestions/ports` that entry alone; `widgets-*` every such package. */
function fits(pattern: string, short: string): boolean {
  if (pattern === '*') return true
  if (pattern.endsWith('-*')) return short.startsWith(pattern.slice(0, -1))
  return short === pattern || short.startsWith(`${pattern}/`)
}

function arrowOf(unit: Unit): Arrow | undefined {
  return arrows.find(({ from }) => from === unit.folder || (from.endsWith('/*') && posix.dirname(unit.folder) === from.slice(0, -2)))
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function resolveLocal(file: string, specifier: string): string {
  return posix.join(posix.dirname(file), withoutQuery(specifier))
}

/** `?inline` and the like tell the bundler how to hand a file over. */
const withoutQuery = (specifier: string) => specifier.replace(/\?.*$/, '')

function localImports(file: string, imports: readonly ImportedModule[], known: ReadonlySet<string>): string[] {
  const targets = imports.filter(({ specifier }) => specifier.startsWith('.')).map(({ specifier }) => resolveLocal(file, specifier))
  return targets.filter((target) => known.has(target))
}
