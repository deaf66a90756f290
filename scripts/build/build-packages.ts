import type { Unit } from '../dependencies/workspace.ts'
import { buildPackage, exportedSources, publishedUnits } from './build-package.ts'
import { emitDeclarations } from './emit-declarations.ts'

export interface BuiltPackage {
  unit: Unit
  output: string
  /** Paths below `output`. */
  files: string[]
  milliseconds: number
}

/** Builds every published package, each into the folder that `outputOf` names; `onBuilt` hears of each in order. */
export async function buildPackages(
  outputOf: (unit: Unit) => string,
  onBuilt: (built: BuiltPackage) => void | Promise<void> = () => {},
): Promise<void> {
  const entries = publishedUnits.map(({ folder }) => `${folder}/src/index.ts`)
  await emitDeclarations(entries, exportedSources(), async (declarations) => {
    for (const unit of publishedUnits) {
      const [start, output] = [performance.now(), outputOf(unit)]
      const files = await buildPackage(unit, declarations, output)
      await onBuilt({ unit, output, files, milliseconds: performance.now() - start })
    }
  })
}
