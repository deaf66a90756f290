import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../root.ts'
import { runTool } from '../run-tool.ts'

/**
 * Lets the compiler write the declarations of `entries` and of all they reach, and gives `use` the folder, laid out as the repository is.
 * `names`: the source behind each name of our packages. What the compiler finds in `node_modules` it takes for others' and does not write.
 */
export async function emitDeclarations<Result>(
  entries: readonly string[],
  names: ReadonlyMap<string, string>,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'inkling-types-'))
  try {
    const output = join(folder, 'out')
    const options = {
      ...{ noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: root, outDir: output },
      // Packages for Node name its types, packages for the browser those of the DOM: published types may need both.
      ...{ types: ['node'], typeRoots: [join(root, 'node_modules', '@types')] },
      paths: Object.fromEntries([...names].map(([name, source]) => [name, [join(root, source)]])),
    }
    const configuration = {
      extends: join(root, 'tsconfig.browser.json'),
      compilerOptions: options,
      files: entries.map((entry) => join(root, entry)),
      include: [],
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration))
    const compiled = await runTool('tsc', ['-p', join(folder, 'tsconfig.json'), '--pretty', 'false'])
    if (!compiled.ok) throw new Error(`The declarations could not be written:\n${compiled.output}`)
    return await use(output)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
